package head_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/head"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// Those who own something in the tests.
var (
	husband   = fresh(ident.KindPerson)
	wife      = fresh(ident.KindPerson)
	neighbour = fresh(ident.KindPerson)
	developer = fresh(ident.KindOrganization)
	partner   = fresh(ident.KindOrganization)
)

func fresh(kind ident.Kind) ident.ID { return ident.New(kind, time.UnixMilli(0)) }

func unit(status schema.DeliveryStatus, owners ...ident.ID) head.Unit {
	u := head.Unit{ID: fresh(ident.KindUnit), Name: "房", Status: status}
	for _, id := range owners {
		u.Owners = append(u.Owners, head.Owner{ID: id})
	}
	return u
}

func delivered(owners ...ident.ID) head.Unit {
	return unit(schema.DeliveryStatusDelivered, owners...)
}

// chosen is the unit with a designated voter.
func chosen(u head.Unit, who ident.ID) head.Unit {
	for i := range u.Owners {
		u.Owners[i].Designated = u.Owners[i].ID == who
	}
	return u
}

// many are so many units, each made anew.
func many(n int, one func() head.Unit) []head.Unit {
	all := make([]head.Unit, n)
	for i := range all {
		all[i] = one()
	}
	return all
}

func count(t *testing.T, how rule.Owners, units ...head.Unit) []head.Head {
	t.Helper()
	heads, wrong := head.Count(units, head.DevelopersOf(units), how)
	if wrong != nil {
		t.Fatal(wrong)
	}
	return heads
}

func TestHeads(t *testing.T) {
	yes := true
	perOwner, perUnit, merged := rule.Owners{}, rule.Owners{Heads: rule.PerUnit}, rule.Owners{MergeCoOwned: &yes}
	his := func() head.Unit { return delivered(husband) }
	other := func() head.Unit { return delivered(fresh(ident.KindPerson)) }
	unsold := func() head.Unit { return unit(schema.DeliveryStatusUnsold, developer) }
	pending := func() head.Unit { return unit(schema.DeliveryStatusSoldUndelivered, fresh(ident.KindPerson)) }
	ten, estate := slices.Concat(many(10, his), many(90, other)), slices.Concat(many(100, other), many(20, unsold), many(10, pending))
	for _, c := range []struct {
		name  string
		units []head.Unit
		how   rule.Owners
		want  int
	}{
		{"one owner has ten of a hundred units", ten, perOwner, 91},
		{"a head for each unit", ten, perUnit, 100},
		{"twenty unsold and ten undelivered beside a hundred", estate, perOwner, 101},
		{"the developer is one also there", estate, perUnit, 101},
		{"the developer keeps a shop", []head.Unit{unsold(), delivered(developer)}, perOwner, 1},
		{"and has a head for it", []head.Unit{unsold(), delivered(developer)}, perUnit, 2},
		{"a couple with two flats", []head.Unit{delivered(husband, wife), delivered(wife, husband)}, perOwner, 1},
		{"a couple's flat, and his own", []head.Unit{delivered(husband, wife), delivered(husband)}, perOwner, 2},
		{"the same, merged", []head.Unit{delivered(husband, wife), delivered(husband)}, merged, 1},
		{"both own one alone", []head.Unit{delivered(husband, wife), delivered(husband), delivered(wife)}, merged, 3},
		{"and she is to vote for theirs", []head.Unit{chosen(delivered(husband, wife), wife), delivered(husband), delivered(wife)}, merged, 2},
		{"she is, without one of her own", []head.Unit{chosen(delivered(husband, wife), wife), delivered(husband)}, merged, 1},
		{"nobody owns one alone", []head.Unit{delivered(husband, wife), delivered(husband, neighbour)}, merged, 2},
		{"nobody knows who owns them", many(3, func() head.Unit { return delivered() }), perOwner, 3},
		{"two who build side by side", []head.Unit{unsold(), unit(schema.DeliveryStatusUnsold, partner),
			unit(schema.DeliveryStatusSoldUndelivered, partner)}, perOwner, 2},
		{"two who build together", []head.Unit{unit(schema.DeliveryStatusUnsold, partner, developer), pending()}, perOwner, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := len(count(t, c.how, c.units...)); got != c.want {
				t.Errorf("%d heads, want %d", got, c.want)
			}
		})
	}
}

func TestWhoVotes(t *testing.T) {
	yes := true
	both := []ident.ID{husband, wife}
	for _, c := range []struct {
		name  string
		units []head.Unit
		how   rule.Owners
		want  []ident.ID
	}{
		{"whoever owns it alone", []head.Unit{delivered(husband)}, rule.Owners{}, []ident.ID{husband}},
		{"any of those who own it", []head.Unit{delivered(wife, husband)}, rule.Owners{}, both},
		{"the designated one", []head.Unit{chosen(delivered(husband, wife), wife)}, rule.Owners{}, []ident.ID{wife}},
		{"the one designated for another unit of theirs", []head.Unit{delivered(husband, wife), chosen(delivered(husband, wife), wife)},
			rule.Owners{}, []ident.ID{wife}},
		{"both, if each is for one", []head.Unit{chosen(delivered(husband, wife), husband), chosen(delivered(husband, wife), wife)},
			rule.Owners{}, both},
		{"whoever the head is, of what was merged", []head.Unit{chosen(delivered(husband, wife), wife), delivered(husband)},
			rule.Owners{MergeCoOwned: &yes}, []ident.ID{husband}},
		{"nobody", []head.Unit{delivered()}, rule.Owners{}, nil},
		{"the developer, of what a buyer waits for", []head.Unit{chosen(unit(schema.DeliveryStatusSoldUndelivered, husband), husband),
			unit(schema.DeliveryStatusUnsold, developer)}, rule.Owners{}, []ident.ID{developer}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := count(t, c.how, c.units...)[0].Voters; !slices.Equal(got, c.want) {
				t.Errorf("%v may vote, want %v", got, c.want)
			}
		})
	}
}

func TestNoDeveloper(t *testing.T) {
	named := func(u head.Unit, name string) head.Unit {
		u.Name = name
		return u
	}
	for _, c := range []struct {
		name  string
		units []head.Unit
		want  string
	}{
		{"nobody owns what is unsold", []head.Unit{named(unit(schema.DeliveryStatusUnsold), "1-101"), delivered(husband)}, "1-101"},
		{"a buyer waits, and all is sold", []head.Unit{named(unit(schema.DeliveryStatusSoldUndelivered, wife), "1-102")}, "1-102"},
		{"two build, and one of them sold it", []head.Unit{unit(schema.DeliveryStatusUnsold, developer), unit(schema.DeliveryStatusUnsold, partner),
			named(unit(schema.DeliveryStatusSoldUndelivered, wife), "1-103")}, "1-103"},
		{"a person owns what is unsold", []head.Unit{named(unit(schema.DeliveryStatusUnsold, wife), "1-104")}, "1-104"},
		{"more than anybody reads", many(30, func() head.Unit { return named(unit(schema.DeliveryStatusUnsold), "车位") }),
			strings.Repeat("车位、", 19) + "车位……"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, wrong := head.Count(c.units, head.DevelopersOf(c.units), rule.Owners{})
			if wrong == nil || wrong.Code != fault.DeveloperUnknown {
				t.Fatalf("answered %v", wrong)
			}
			if got := wrong.Facts[1].Text(fault.Chinese); got != c.want {
				t.Errorf("names %s, want %s", got, c.want)
			}
		})
	}
}

// An entrance in which nothing is unsold has the developer of the estate.
func TestDeveloperOfThePart(t *testing.T) {
	part := []head.Unit{unit(schema.DeliveryStatusSoldUndelivered, wife), delivered(husband)}
	whole := append(slices.Clone(part), unit(schema.DeliveryStatusUnsold, developer))
	heads, wrong := head.Count(part, head.DevelopersOf(whole), rule.Owners{})
	if wrong != nil || len(heads) != 2 || !slices.Equal(heads[0].Owners, []ident.ID{developer}) {
		t.Errorf("heads %v, refused %v", heads, wrong)
	}
}

// drawn is an estate of a few owners and one developer, with how it counts.
func drawn(t *rapid.T) ([]head.Unit, rule.Owners) {
	people := []ident.ID{husband, wife, neighbour}
	units := []head.Unit{unit(schema.DeliveryStatusUnsold, developer)}
	for range rapid.IntRange(0, 12).Draw(t, "units") {
		owners := rapid.SliceOfNDistinct(rapid.SampledFrom(append(people, developer)), 0, 3, rapid.ID).Draw(t, "owners")
		status := rapid.SampledFrom(schema.DeliveryStatus("").Values()).Draw(t, "status")
		if status == string(schema.DeliveryStatusUnsold) {
			owners = []ident.ID{developer}
		}
		u := unit(schema.DeliveryStatus(status), owners...)
		if len(owners) > 0 && rapid.Bool().Draw(t, "designated") {
			u = chosen(u, rapid.SampledFrom(owners).Draw(t, "who"))
		}
		units = append(units, u)
	}
	merge := rapid.Bool().Draw(t, "merge")
	return units, rule.Owners{Heads: rule.HeadCount(rapid.SampledFrom(rule.HeadCount("").Values()).Draw(t, "heads")), MergeCoOwned: &merge}
}

func TestEveryUnitVotesOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units, how := drawn(t)
		heads, wrong := head.Count(units, head.DevelopersOf(units), how)
		if wrong != nil {
			t.Fatal(wrong)
		}
		seen := map[ident.ID]int{}
		for _, h := range heads {
			for _, id := range h.Units {
				seen[id]++
			}
			if (len(h.Voters) == 0) != (len(h.Owners) == 0) {
				t.Errorf("%d owners and %d voters", len(h.Owners), len(h.Voters))
			}
			for _, voter := range h.Voters {
				if !slices.Contains(h.Owners, voter) {
					t.Errorf("%v votes and owns nothing", voter)
				}
			}
		}
		for _, u := range units {
			if seen[u.ID] != 1 {
				t.Errorf("a unit is counted %d times", seen[u.ID])
			}
		}
	})
}

// partition tells under which heads units stand, whatever their order.
func partition(heads []head.Head) []string {
	var all []string
	for _, h := range heads {
		var names []string
		for _, id := range h.Units {
			names = append(names, id.String())
		}
		slices.Sort(names)
		all = append(all, strings.Join(names, " "))
	}
	slices.Sort(all)
	return all
}

func TestOrderIsIrrelevant(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units, how := drawn(t)
		before, _ := head.Count(units, head.DevelopersOf(units), how)
		shuffled := slices.Clone(units)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		after, _ := head.Count(shuffled, head.DevelopersOf(shuffled), how)
		if !slices.Equal(partition(before), partition(after)) {
			t.Errorf("%v, then %v", partition(before), partition(after))
		}
	})
}

func TestMergingAndOwnersNeverAddHeads(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units, _ := drawn(t)
		number := func(how rule.Owners) int {
			heads, _ := head.Count(units, head.DevelopersOf(units), how)
			return len(heads)
		}
		yes := true
		merged, owners, perUnit := number(rule.Owners{MergeCoOwned: &yes}), number(rule.Owners{}), number(rule.Owners{Heads: rule.PerUnit})
		if merged > owners || owners > perUnit {
			t.Errorf("%d heads merged, %d by owners, %d by units", merged, owners, perUnit)
		}
	})
}
