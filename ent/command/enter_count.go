package command

import (
	"context"
	"encoding/json"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/candidate"
	"sifang/ent/db/countsheet"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// EnterCountInput is a count by hand, with those who counted and those who
// watched.
type EnterCountInput struct {
	ent.Order
	VoteID ident.Vote
	CountInput
	CounterIDs    []ident.Person
	ScrutineerIDs []ident.Person
	DocumentID    *ident.Document
}

// EnterCountPayload names the sheet.
type EnterCountPayload struct {
	fault.Outcome
	CountSheetID ident.ID
}

// EnterCount enters a count by hand. It counts for nothing until somebody else
// confirms it, and takes the place of one that nobody confirmed. Several that
// were confirmed, such as those of several places where papers were cast, add
// up.
func (d *Do) EnterCount(ctx context.Context, in EnterCountInput) (*EnterCountPayload, error) {
	return work(ctx, d, "enterCount", in, in.do)
}

func (in EnterCountInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[EnterCountPayload], error) {
	p, grant, err := counting(ctx, tx, "enterCount", in.VoteID)
	if err != nil {
		return nil, err
	}
	document, err := rollProof(ctx, tx, in.DocumentID, p.meeting.CommunityID)
	if err != nil {
		return nil, err
	}
	present, err := in.present(ctx, tx, p.vote)
	if err != nil {
		return nil, err
	}
	if err := refuse(append(present, in.suits(p.vote.Method))...); err != nil {
		return nil, err
	}
	if err := countable(ctx, tx, p.vote, in.CountInput); err != nil {
		return nil, err
	}
	before, err := replaced(ctx, tx, p.vote)
	if err != nil {
		return nil, err
	}
	row, err := in.write(ctx, tx, p.vote, document)
	if err != nil {
		return nil, err
	}
	return ent.Did(EnterCountPayload{CountSheetID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"vote": p.vote.ID, "issued": in.Issued, "returned": in.Returned, "counters": in.CounterIDs,
		"scrutineers": in.ScrutineerIDs, "document": document, "replaced": before,
	}), nil
}

// leastCounters is how many count: of papers two, so that one looks at what the
// other one does; raised hands one can count.
func leastCounters(method schema.VoteMethod) int {
	if method == schema.VoteMethodSecretPaper {
		return 2
	}
	return 1
}

// present refuses a count at which too few were, or a candidate, and somebody
// who watched themselves.
func (in EnterCountInput) present(ctx context.Context, tx *ent.Tx, v *db.Vote) (fault.Faults, error) {
	running, err := tx.Candidate.Query().Where(candidate.VoteID(v.ID)).All(ctx)
	if err != nil {
		return nil, err
	}
	var faults fault.Faults
	var seen []ident.Person
	for _, list := range []struct {
		field   string
		persons []ident.Person
		least   int
	}{{"counterIds", in.CounterIDs, leastCounters(v.Method)}, {"scrutineerIds", in.ScrutineerIDs, 1}} {
		switch n := len(list.persons); {
		case n < list.least:
			faults = append(faults, fault.New(fault.CountersNeeded, "least", list.least).At(list.field))
		case n > listLimit:
			return fault.Faults{fault.New(fault.TooMany, "limit", listLimit, "count", n).At(list.field)}, nil
		}
		for i, id := range list.persons {
			if _, err := seenPerson(ctx, tx, tx.Person.Get, id.ID, list.field, i); err != nil {
				return nil, err
			}
			if slices.Contains(seen, id) {
				faults = append(faults, fault.New(fault.ListedTwice).At(list.field, i))
			}
			if slices.ContainsFunc(running, func(c *db.Candidate) bool { return c.PersonID == id.ID && !offThePaper(c) }) {
				faults = append(faults, fault.New(fault.CounterIsCandidate).At(list.field, i))
			}
			seen = append(seen, id)
		}
	}
	return faults, nil
}

// replaced takes back the count that nobody confirmed, and tells which it was;
// there may be none.
func replaced(ctx context.Context, tx *ent.Tx, v *db.Vote) ([]ident.ID, error) {
	before, err := tx.CountSheet.Query().Where(countsheet.VoteID(v.ID), countsheet.StatusEQ(schema.CountSheetStatusEntered)).
		Order(countsheet.ByID()).IDs(ctx)
	if err != nil {
		return nil, err
	}
	for _, id := range before {
		if err := tx.CountSheet.UpdateOneID(id).SetStatus(schema.CountSheetStatusReplaced).Exec(ctx); err != nil {
			return nil, err
		}
	}
	return before, nil
}

// write writes the sheet. What it came to the record only commits to, until the
// vote is judged.
func (in EnterCountInput) write(ctx context.Context, tx *ent.Tx, v *db.Vote, document *ident.ID) (*db.CountSheet, error) {
	figures, err := json.Marshal(in.sheet())
	if err != nil {
		return nil, err
	}
	tx.Seal("figures", string(figures))
	create := tx.CountSheet.Create().SetNillableCommunityID(v.CommunityID).SetVoteID(v.ID).
		SetStatus(schema.CountSheetStatusEntered).SetEnteredAt(tx.Now).SetNillableEnteredByID(somebodyOf(tx)).
		SetNillableDocumentID(document).AddCounterIDs(plain(in.CounterIDs)...).AddScrutineerIDs(plain(in.ScrutineerIDs)...)
	if v.Method == schema.VoteMethodSecretPaper {
		create.SetIssued(in.Issued).SetReturned(in.Returned).SetBlank(in.Blank).SetInvalid(in.Invalid)
	}
	if v.Kind == schema.VoteKindMotion {
		return create.SetFor(in.For).SetAgainst(in.Against).SetAbstain(in.Abstain).Save(ctx)
	}
	marks, err := json.Marshal(in.marks())
	if err != nil {
		return nil, err
	}
	return create.SetMarks(marks).Save(ctx)
}
