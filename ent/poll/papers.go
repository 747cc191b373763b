package poll

import (
	"context"
	"encoding/json"

	"sifang/ent/db"
	"sifang/ent/db/ballot"
	"sifang/ent/db/countsheet"
	"sifang/schema"
	"sifang/schema/tally"
	"sifang/schema/voice"
)

// ballots reads every ballot that was taken in. Which of them count the counter
// finds out for itself.
func (f *Facts) ballots(ctx context.Context, c *db.Client, v *db.Vote) error {
	rows, err := c.Ballot.Query().Where(ballot.VoteID(v.ID)).Select(
		ballot.FieldID, ballot.FieldEntryID, ballot.FieldPersonID, ballot.FieldAgentID, ballot.FieldChannel,
		ballot.FieldCastAt, ballot.FieldChoice, ballot.FieldMarks, ballot.FieldInvalidReason, ballot.FieldSettled,
	).All(ctx)
	f.Count.Ballots = make([]tally.Ballot, 0, len(rows))
	for _, row := range rows {
		f.Count.Ballots = append(f.Count.Ballots, Counted(row))
		if row.Settled {
			f.Count.Settled = append(f.Count.Settled, tally.Settlement{Entry: row.EntryID.String(), Person: row.PersonID.String()})
		}
	}
	return err
}

// Voice is a ballot as it is judged beside others for the same place.
func Voice(row *db.Ballot) voice.Ballot {
	one := voice.Ballot{
		ID: row.ID, Voter: row.PersonID, Channel: row.Channel, At: row.CastAt, Said: voice.Said{Marks: row.Marks},
		Invalid: row.InvalidReason != nil,
	}
	if row.AgentID != nil {
		one.Agent = *row.AgentID
	}
	if row.Choice != nil {
		one.Said.Choice = *row.Choice
	}
	return one
}

// Counted is a ballot as the counter reads it.
func Counted(row *db.Ballot) tally.Ballot {
	one := tally.Ballot{
		ID: row.ID.String(), Entry: row.EntryID.String(), Person: row.PersonID.String(),
		Channel: row.Channel, At: row.CastAt.UTC(),
	}
	if row.Choice != nil {
		one.Choice = *row.Choice
	}
	for _, mark := range row.Marks {
		one.Marks = append(one.Marks, mark.String())
	}
	if row.AgentID != nil {
		one.Agent = row.AgentID.String()
	}
	if row.InvalidReason != nil {
		one.Invalid = *row.InvalidReason
	}
	return one
}

// sheets reads the counts by hand that two persons agree on.
func (f *Facts) sheets(ctx context.Context, c *db.Client, v *db.Vote) error {
	if v.Method == schema.VoteMethodNamed {
		return nil
	}
	rows, err := c.CountSheet.Query().Where(countsheet.VoteID(v.ID),
		countsheet.StatusEQ(schema.CountSheetStatusConfirmed)).Order(countsheet.ByID()).All(ctx)
	if err != nil {
		return err
	}
	for _, row := range rows {
		sheet := tally.Sheet{
			ID: row.ID.String(), Issued: whole(row.Issued), Returned: whole(row.Returned), Blank: whole(row.Blank),
			Invalid: whole(row.Invalid), For: whole(row.For), Against: whole(row.Against), Abstain: whole(row.Abstain),
		}
		if len(row.Marks) > 0 {
			if err := json.Unmarshal(row.Marks, &sheet.Marks); err != nil {
				return err
			}
		}
		f.Count.Sheets = append(f.Count.Sheets, sheet)
	}
	return nil
}
