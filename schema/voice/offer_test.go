package voice

import (
	"strings"
	"testing"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func TestOffer(t *testing.T) {
	motion := Offer{Kind: schema.VoteKindMotion}
	election := Offer{Kind: schema.VoteKindElection, MostMarks: 2, Options: []Option{
		{ID: id(1)}, {ID: id(2)}, {ID: id(3)}, {ID: id(4), Gone: true}, {ID: id(5), None: true},
	}}
	marks := func(all ...byte) Said {
		var s Said
		for _, one := range all {
			s.Marks = append(s.Marks, id(one))
		}
		return s
	}
	both := marks(1)
	both.Choice = schema.BallotChoiceFor
	for name, c := range map[string]struct {
		offer Offer
		said  Said
		code  fault.Code
		field string
	}{
		"a choice":                   {motion, Said{Choice: schema.BallotChoiceAgainst}, "", ""},
		"no choice":                  {motion, Said{}, fault.FieldNeeded, "choice"},
		"marks on a motion":          {motion, marks(1), fault.FieldUnused, "marks"},
		"both on a motion":           {motion, both, fault.FieldUnused, "marks"},
		"one mark":                   {election, marks(2), "", ""},
		"as many as may be":          {election, marks(3, 1), "", ""},
		"none of the others":         {election, marks(5), "", ""},
		"no mark":                    {election, Said{}, fault.FieldNeeded, "marks"},
		"a choice among candidates":  {election, both, fault.FieldUnused, "choice"},
		"somebody else":              {election, marks(1, 9), fault.NotAnOption, "marks.1"},
		"somebody twice":             {election, marks(1, 1), fault.ListedTwice, "marks.1"},
		"somebody who has withdrawn": {election, marks(4), fault.NoLongerStands, "marks.0"},
		"one too many":               {election, marks(1, 2, 3), fault.TooManyMarks, "marks"},
		"none and one of the others": {election, marks(5, 1), fault.NoneStandsAlone, "marks"},
	} {
		t.Run(name, func(t *testing.T) {
			refused := c.offer.Read(c.said)
			if refused == nil {
				refused = c.offer.Count(c.said)
			}
			switch {
			case refused == nil && c.code == "":
			case refused == nil || refused.Code != c.code || strings.Join(refused.Field, ".") != c.field:
				t.Errorf("answered %v", refused)
			}
		})
	}
}

func TestSame(t *testing.T) {
	some := func(all ...byte) Said {
		var ids []ident.ID
		for _, one := range all {
			ids = append(ids, id(one))
		}
		return Said{Marks: ids}
	}
	for name, c := range map[string]struct {
		a, b Said
		want bool
	}{
		"the same choice":     {Said{Choice: "FOR"}, Said{Choice: "FOR"}, true},
		"another choice":      {Said{Choice: "FOR"}, Said{Choice: "ABSTAIN"}, false},
		"in another order":    {some(1, 2), some(2, 1), true},
		"one more":            {some(1), some(1, 2), false},
		"one of them differs": {some(1, 2), some(1, 3), false},
	} {
		if got := c.a.Same(c.b); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
