package head_test

import (
	"slices"
	"testing"

	"sifang/schema/head"
	"sifang/schema/ident"
)

func TestSuccessors(t *testing.T) {
	flat, cellar := fresh(ident.KindUnit), fresh(ident.KindUnit)
	by := func(owners ...ident.ID) []head.Owner { return delivered(owners...).Owners }
	type owned map[ident.ID][]head.Owner
	for _, c := range []struct {
		name          string
		before, after owned
		want          []ident.ID
	}{
		{"both units were sold to one", owned{flat: by(husband), cellar: by(husband)}, owned{flat: by(neighbour), cellar: by(neighbour)}, []ident.ID{neighbour}},
		{"only one was", owned{flat: by(husband), cellar: by(husband)}, owned{flat: by(neighbour), cellar: by(husband)}, nil},
		{"to two people", owned{flat: by(husband), cellar: by(husband)}, owned{flat: by(neighbour), cellar: by(wife)}, nil},
		{"to a couple", owned{flat: by(neighbour), cellar: by(neighbour)}, owned{flat: by(wife, husband), cellar: by(husband, wife)}, []ident.ID{husband, wife}},
		{"to a couple who chose one", owned{flat: by(neighbour), cellar: by(neighbour)},
			owned{flat: chosen(delivered(wife, husband), wife).Owners, cellar: by(husband, wife)}, []ident.ID{wife}},
		{"half of it", owned{flat: by(husband), cellar: by(husband)}, owned{flat: by(husband, neighbour), cellar: by(neighbour)}, nil},
		{"one co-owner to somebody else", owned{flat: by(husband, wife), cellar: by(husband, wife)},
			owned{flat: by(neighbour, wife), cellar: by(neighbour, wife)}, nil},
		{"to a company", owned{flat: by(husband), cellar: by(husband)}, owned{flat: by(developer), cellar: by(developer)}, nil},
		{"nobody owned it, or was known to", owned{}, owned{flat: by(wife), cellar: by(wife)}, []ident.ID{wife}},
		{"nothing changed", owned{flat: by(wife), cellar: by(wife)}, owned{flat: by(wife), cellar: by(wife)}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := head.Successors([]ident.ID{flat, cellar}, c.before, c.after); !slices.Equal(got, c.want) {
				t.Errorf("%v succeed, want %v", got, c.want)
			}
		})
	}
}
