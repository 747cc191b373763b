package poll

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/meeting"
	"sifang/ent/db/predicate"
	"sifang/ent/db/vote"
	"sifang/schema"
	"sifang/schema/ident"
)

// Agenda is what announced times ask for.
type Agenda struct {
	// Open and Close are the votes whose time has come, the earliest first.
	Open, Close []ident.ID
	// Next is when the time of another one comes; zero if none was announced.
	Next time.Time
}

// Due is what the announced times ask for at the instant. A vote is opened only
// while its meeting is in session, so one whose meeting begins late is due when
// it does.
func Due(ctx context.Context, c *db.Client, at time.Time) (Agenda, error) {
	var a Agenda
	var err error
	noticed, open := vote.StatusEQ(schema.VoteStatusNoticed), vote.StatusEQ(schema.VoteStatusOpen)
	inSession := vote.HasAgendaItemWith(agendaitem.HasMeetingWith(meeting.StatusEQ(schema.MeetingStatusOpen)))
	a.Open, err = c.Vote.Query().Where(noticed, vote.OpensAtLTE(at), inSession).
		Order(vote.ByOpensAt(), vote.ByID()).IDs(ctx)
	if err != nil {
		return a, err
	}
	a.Close, err = c.Vote.Query().Where(open, vote.ClosesAtLTE(at)).Order(vote.ByClosesAt(), vote.ByID()).IDs(ctx)
	if err != nil {
		return a, err
	}
	for _, one := range []struct {
		announced predicate.Vote
		order     vote.OrderOption
		at        func(*db.Vote) *time.Time
	}{
		{vote.And(noticed, vote.OpensAtGT(at)), vote.ByOpensAt(sql.OrderAsc()), func(v *db.Vote) *time.Time { return v.OpensAt }},
		{vote.And(open, vote.ClosesAtGT(at)), vote.ByClosesAt(sql.OrderAsc()), func(v *db.Vote) *time.Time { return v.ClosesAt }},
	} {
		v, err := c.Vote.Query().Where(one.announced).Order(one.order).First(ctx)
		switch {
		case db.IsNotFound(err):
		case err != nil:
			return a, err
		case a.Next.IsZero() || one.at(v).Before(a.Next):
			a.Next = *one.at(v)
		}
	}
	return a, nil
}
