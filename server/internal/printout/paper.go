package printout

import (
	"fmt"

	"sifang/schema"
)

// paper is one ballot paper: for one place on a roll, with everything that
// roll votes on.
type paper struct {
	Sheet sheet
	Roll  calls
	Entry *entry // nil on a secret paper, which tells nothing about who holds it
}

// motion is something to vote on, and where it stands on the paper.
type motion struct {
	N int
	vote
}

// Paper is the ballot paper of a place on a roll.
func (s sheet) Paper(roll calls, e entry) paper { return paper{s, roll, &e} }

// SecretPaper is what everybody on a roll is handed alike.
func (s sheet) SecretPaper(roll calls) paper { return paper{s, roll, nil} }

// Number is the number printed on it. No two papers of a meeting share one, and
// a paper that is printed again has the same.
func (p paper) Number() string { return p.Roll.Number(*p.Entry) }

// Number is the number of the paper of an entry.
func (c calls) Number(e entry) string { return fmt.Sprintf("%s%05d", c.Series, e.Position) }

// Link leads back to the paper.
func (p paper) Link() string { return fmt.Sprintf("%s?entry=%v", p.Sheet.Link(), p.Entry.Entry.ID) }

// Copies is how many secret papers the roll needs.
func (p paper) Copies() int {
	sum := 0
	for _, k := range p.Roll.Known {
		sum += k.All.Entries
	}
	return sum
}

// Motions are what the paper asks. Secret votes have a paper of their own, or a
// signature beside them would tell whose it is; raised hands need none.
func (p paper) Motions() ([]motion, error) {
	votes, err := p.Sheet.votes()
	var all []motion
	for _, v := range votes {
		if p.asks(v) {
			all = append(all, motion{len(all) + 1, v})
		}
	}
	return all, err
}

func (p paper) asks(v vote) bool {
	wanted := schema.VoteMethodNamed
	if p.Entry == nil {
		wanted = schema.VoteMethodSecretPaper
	}
	roll, _ := v.Vote["roll"].(map[string]any)
	return roll["id"] == p.Roll.Roll.String() &&
		v.Vote["method"] == string(wanted) && v.Vote["status"] != string(schema.VoteStatusVoid) &&
		v.Item["disposition"] != string(schema.AgendaItemDispositionWithdrawn)
}

// Served is how many entries of a place were served.
func (p place) Served() int {
	n := 0
	for _, e := range p.Entries {
		if e.Served {
			n++
		}
	}
	return n
}
