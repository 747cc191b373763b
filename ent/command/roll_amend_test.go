package command_test

import (
	"context"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/tally"
)

// clerk is a second officer of the owners' committee, new each time.
func (a *assembly) clerk() context.Context {
	a.Helper()
	return a.officer("秘书", a.owners, schema.PostCategoryClerk)
}

func (a *assembly) proposes(in command.AmendRollInput) ident.RollAmendment {
	a.Helper()
	p, err := a.do.AmendRoll(a.asChair, in)
	return ident.RollAmendment{ID: done(a.town, p, err).AmendmentID}
}

// amends proposes an amendment, and lets another person confirm it.
func (a *assembly) amends(in command.AmendRollInput) *db.RollAmendment {
	a.Helper()
	p, err := a.do.ConfirmRollAmendment(a.clerk(), command.ConfirmRollAmendmentInput{AmendmentID: a.proposes(in), Confirm: true})
	return get(a.town, a.store.Read().RollAmendment.Get, done(a.town, p, err).AmendmentID)
}

// frozenWas is what the entries of a roll were when it was frozen.
func (a *assembly) frozenWas(r *db.Roll) map[ident.ID]*tally.Amendment {
	a.Helper()
	all, err := poll.Amended(ent.Unguarded(a.Context()), a.store.Read(), r.ID)
	a.must(err)
	return all
}

// A flat that was left off comes behind the last one, with its owners of the day
// on which the roll was drawn up.
func TestAmendRollAdds(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		couple := a.people(2)
		a.builds(a.flats(3, a.second, 0)...)
		late := a.builds(lot{in: a.entrances[0], number: "301", area: 8_850, mute: true, owners: couple})
		r := a.frozen(a.freezing())
		a.clock.Pass(oneDay)
		sold, err := a.do.TransferOwnership(a.registrar, command.TransferOwnershipInput{
			OwnershipID: a.share(late[0], couple[0]), PersonID: person(a.person("买主")),
		})
		done(a.town, sold, err)
		added := a.amends(command.AmendRollInput{
			RollID: ident.Roll{ID: r.ID}, Kind: schema.RollAmendmentKindAdd, UnitIDs: []ident.Unit{{ID: late[0]}}, Reason: "漏列",
		})
		e := a.under(r.ID, late[0])
		is(a.council, "its position", e.Position, 4)
		is(a.council, "its area", *e.Area, 8_850)
		is(a.council, "its heads", *e.Heads, 1)
		is(a.council, "its numbers", *e.Premises, "1号楼 1单元 301")
		a.voters(e, couple...)
		is(a.council, "its building", *e.BuildingID, a.first)
		is(a.council, "the entry", *added.EntryID, e.ID)
		if was := a.frozenWas(r)[e.ID]; was == nil || !was.Added {
			a.Errorf("it was %+v when the roll was frozen", was)
		}
		is(a.council, "heads as frozen", get(a.town, a.store.Read().Roll.Get, r.ID).Heads, 3)
	})
}

// An entry is corrected twice; what it weighed when the roll was frozen is kept.
func TestAmendRollCorrects(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		units := a.builds(a.flats(3, a.second, 0)...)
		r := a.frozen(a.freezing())
		e := a.under(r.ID, units[0])
		heir, owner := a.person("继承人"), *e.PersonID
		correct := command.AmendRollInput{
			RollID: ident.Roll{ID: r.ID}, Kind: schema.RollAmendmentKindCorrect, EntryID: &ident.RollEntry{ID: e.ID}, Reason: "面积有误",
		}
		correct.Area = new(schema.FloorArea(9_999))
		a.amends(correct)
		now := a.under(r.ID, units[0])
		a.voters(now, owner)
		is(a.council, "its area", *now.Area, 9_999)
		correct.Area, correct.Heads, correct.PersonIDs, correct.Label = nil, new(0), []ident.Person{*person(heir)}, new("继承人")
		a.amends(correct)
		now = a.under(r.ID, units[0])
		a.voters(now, heir)
		is(a.council, "its heads", *now.Heads, 0)
		is(a.council, "its name", now.Label, "继承人")
		is(a.council, "its area still", *now.Area, 9_999)
		was := a.frozenWas(r)[e.ID]
		if was == nil || was.Before == nil || *was.Before != (tally.Weights{Heads: 1, Area: 10_000}) || was.Added || was.Removed {
			a.Errorf("it was %+v when the roll was frozen", was)
		}
	})
}

func TestAmendRollRemoves(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		units := a.builds(a.flats(3, a.second, 0)...)
		r := a.frozen(a.freezing())
		e := a.under(r.ID, units[2])
		remove := command.AmendRollInput{
			RollID: ident.Roll{ID: r.ID}, Kind: schema.RollAmendmentKindRemove, EntryID: &ident.RollEntry{ID: e.ID}, Reason: "重复登记",
		}
		a.amends(remove)
		is(a.council, "struck", *a.under(r.ID, units[2]).Struck, true)
		if was := a.frozenWas(r)[e.ID]; was == nil || !was.Removed {
			a.Errorf("it was %+v when the roll was frozen", was)
		}
		keeps(a, a.do.AmendRoll, []refusal[command.AmendRollInput]{
			{"what was struck", a.asChair, remove, []fault.Code{fault.EntryStruck}, "entryId"},
		})
		// The unit may then be added anew.
		a.amends(command.AmendRollInput{
			RollID: ident.Roll{ID: r.ID}, Kind: schema.RollAmendmentKindAdd, UnitIDs: []ident.Unit{{ID: units[2]}}, Reason: "误剔",
		})
	})
}

func TestAmendRollRefusals(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		units := a.builds(append(a.flats(3, a.second, 0), lot{number: "9", mute: true, owners: a.people(1)}, lot{number: "10", mute: true, owners: a.people(1)})...)
		elsewhere := a.builds(lot{in: a.area(schema.AreaKindEstate, "别处", a.community), number: "1", owners: a.people(1)})
		r := a.frozen(a.freezing())
		e := ident.RollEntry{ID: a.under(r.ID, units[0]).ID}
		in := func(kind schema.RollAmendmentKind, change func(*command.AmendRollInput)) command.AmendRollInput {
			one := command.AmendRollInput{RollID: ident.Roll{ID: r.ID}, Kind: kind, Reason: "更正"}
			change(&one)
			return one
		}
		add := func(ids ...ident.ID) command.AmendRollInput {
			return in(schema.RollAmendmentKindAdd, func(in *command.AmendRollInput) {
				for _, id := range ids {
					in.UnitIDs = append(in.UnitIDs, ident.Unit{ID: id})
				}
			})
		}
		correct := func(change func(*command.AmendRollInput)) command.AmendRollInput {
			return in(schema.RollAmendmentKindCorrect, func(in *command.AmendRollInput) {
				in.EntryID = &e
				change(in)
			})
		}
		keeps(a, a.do.AmendRoll, []refusal[command.AmendRollInput]{
			{"no unit to add, and an entry", a.asChair, in(schema.RollAmendmentKindAdd, func(in *command.AmendRollInput) { in.EntryID = &e }),
				[]fault.Code{fault.FieldUnused, fault.FieldNeeded}, "entryId"},
			{"no entry to strike, and an area", a.asChair, in(schema.RollAmendmentKindRemove, func(in *command.AmendRollInput) { in.Area = new(schema.FloorArea(1)) }),
				[]fault.Code{fault.FieldNeeded, fault.FieldUnused}, "entryId"},
			{"no reason, and numbers beyond reason", a.asChair, correct(func(in *command.AmendRollInput) {
				in.Reason, in.Heads, in.Area, in.Label = " ", new(1001), new(schema.FloorArea(-1)), new("")
			}), []fault.Code{fault.Blank, fault.Blank, fault.OutOfRange, fault.OutOfRange}, "reason"},
			{"nothing new", a.asChair, correct(func(in *command.AmendRollInput) { in.Heads = new(1) }), []fault.Code{fault.NothingAmended}, "entryId"},
			{"nobody known may vote", a.asChair, correct(func(in *command.AmendRollInput) {
				in.PersonIDs = []ident.Person{{ID: ident.New(ident.KindPerson, a.store.Now())}}
			}), []fault.Code{fault.NotFound}, "personIds.0"},
			{"the same person twice", a.asChair, correct(func(in *command.AmendRollInput) { in.PersonIDs = []ident.Person{*person(a.chair), *person(a.chair)} }),
				[]fault.Code{fault.ListedTwice}, "personIds.1"},
			{"a unit that stands there", a.asChair, add(units[1]), []fault.Code{fault.UnitOnRoll}, "unitIds"},
			{"units of two owners", a.asChair, add(units[3], units[4]), []fault.Code{fault.SeveralHeads}, "unitIds"},
			{"a unit of another estate", a.asChair, add(elsewhere[0]), []fault.Code{fault.RollScopeOutside}, "unitIds"},
			{"a unit twice", a.asChair, add(units[3], units[3]), []fault.Code{fault.ListedTwice}, "unitIds.1"},
			{"no unit there is", a.asChair, add(ident.New(ident.KindUnit, a.store.Now())), []fault.Code{fault.NotFound}, "unitIds.0"},
			{"no entry there is", a.asChair, correct(func(in *command.AmendRollInput) {
				in.EntryID = &ident.RollEntry{ID: ident.New(ident.KindRollEntry, a.store.Now())}
			}),
				[]fault.Code{fault.NotFound}, "entryId"},
			{"no roll there is", a.asChair, command.AmendRollInput{RollID: ident.Roll{ID: ident.New(ident.KindRoll, a.store.Now())}}, []fault.Code{fault.NotFound}, "rollId"},
			{"a stranger", a.as(a.person("路人")), add(units[3]), []fault.Code{fault.NotFound}, ""},
			{"whoever stands on it", a.as(*a.under(r.ID, units[0]).PersonID), add(units[3]), []fault.Code{fault.NotMandated}, ""},
		})
		striking := in(schema.RollAmendmentKindRemove, func(in *command.AmendRollInput) { in.EntryID = &e })
		closed := a.polls(r, schema.VoteStatusVoid)
		a.amends(add(units[3])) // a vote that is void is no obstacle
		a.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
			return closed.ID, tx.Vote.UpdateOneID(closed.ID).SetStatus(schema.VoteStatusOpen).SetClosesAt(a.clock.Now()).Exec(ctx)
		})
		a.amends(add(units[4])) // at the very instant of its close
		a.clock.Pass(time.Microsecond)
		keeps(a, a.do.AmendRoll, []refusal[command.AmendRollInput]{
			{"once its time is over", a.asChair, striking, []fault.Code{fault.WrongState}, "rollId"},
		})
		a.turn(closed.ID, schema.VoteStatusClosed)
		keeps(a, a.do.AmendRoll, []refusal[command.AmendRollInput]{
			{"once a vote on it was closed", a.asChair, striking, []fault.Code{fault.WrongState}, "rollId"},
		})
	})
}

// A body's members follow from its posts.
func TestNoAmendmentOfMembers(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		in := a.session()
		in.StartsAt, in.EndsAt = evening(7), evening(8)
		committee := *a
		committee.sitting = a.announced(in)
		r := committee.frozen(committee.freezing())
		keeps(a, a.do.AmendRoll, []refusal[command.AmendRollInput]{{
			"members", a.asChair, command.AmendRollInput{
				RollID: ident.Roll{ID: r.ID}, Kind: schema.RollAmendmentKindAdd, PersonIDs: []ident.Person{*person(a.secretary)}, Reason: "补",
			}, []fault.Code{fault.RollNotAmendable}, "rollId",
		}})
	})
}

func TestConfirmRollAmendment(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		units := a.builds(a.flats(3, a.second, 0)...)
		r := a.frozen(a.freezing())
		e := a.under(r.ID, units[0])
		correct := func(area schema.FloorArea) command.AmendRollInput {
			return command.AmendRollInput{
				RollID: ident.Roll{ID: r.ID}, Kind: schema.RollAmendmentKindCorrect, EntryID: &ident.RollEntry{ID: e.ID}, Area: &area, Reason: "面积有误",
			}
		}
		clerk := a.clerk()
		first, second, third := a.proposes(correct(9_000)), a.proposes(correct(8_000)), a.proposes(correct(7_000))
		says := func(id ident.RollAmendment, yes bool) command.ConfirmRollAmendmentInput {
			return command.ConfirmRollAmendmentInput{AmendmentID: id, Confirm: yes}
		}
		is(a.council, "before it is confirmed", *a.under(r.ID, units[0]).Area, 10_000)
		keeps(a, a.do.ConfirmRollAmendment, []refusal[command.ConfirmRollAmendmentInput]{
			{"by whoever proposed it", a.asChair, says(first, true), []fault.Code{fault.SamePerson}, "amendmentId"},
			{"turned down by them", a.asChair, says(first, false), []fault.Code{fault.SamePerson}, "amendmentId"},
			{"a stranger", a.as(a.person("路人")), says(first, true), []fault.Code{fault.NotFound}, ""},
			{"no amendment there is", clerk, says(ident.RollAmendment{ID: ident.New(ident.KindRollAmendment, a.store.Now())}, true), []fault.Code{fault.NotFound}, "amendmentId"},
		})
		once(a.town, func(o ent.Order) (*command.ConfirmRollAmendmentPayload, error) {
			in := says(first, true)
			in.Order = o
			return a.do.ConfirmRollAmendment(clerk, in)
		})
		keeps(a, a.do.ConfirmRollAmendment, []refusal[command.ConfirmRollAmendmentInput]{
			{"again", clerk, says(first, true), []fault.Code{fault.WrongState}, "amendmentId"},
			{"one that rests on what has changed", clerk, says(second, true), []fault.Code{fault.EntryChanged}, "amendmentId"},
		})
		p, err := a.do.ConfirmRollAmendment(clerk, says(second, false))
		row := get(a.town, a.store.Read().RollAmendment.Get, done(a.town, p, err).AmendmentID)
		is(a.council, "the second", row.Status, schema.RollAmendmentStatusDeclined)
		is(a.council, "its area", *a.under(r.ID, units[0]).Area, 9_000)
		// A vote that was closed meanwhile stands on the roll as it was.
		a.polls(r, schema.VoteStatusFinal)
		keeps(a, a.do.ConfirmRollAmendment, []refusal[command.ConfirmRollAmendmentInput]{
			{"too late", clerk, says(third, false), []fault.Code{fault.WrongState}, "amendmentId"},
		})
		a.seen(func(c *db.Client) counted { return c.RollAmendment.Query() }, 0, 3)
	})
}

// Once a ballot was cast under an entry, it takes a document to change it.
func TestAmendAfterABallot(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		units := a.builds(a.flats(3, a.second, 0)...)
		r := a.frozen(a.freezing())
		e := a.under(r.ID, units[0])
		remove := command.AmendRollInput{
			RollID: ident.Roll{ID: r.ID}, Kind: schema.RollAmendmentKindRemove, EntryID: &ident.RollEntry{ID: e.ID}, Reason: "不是业主",
		}
		early := a.proposes(remove)
		a.casts(a.polls(r, schema.VoteStatusOpen), e, *e.PersonID)
		correct := remove
		correct.Kind, correct.Area = schema.RollAmendmentKindCorrect, new(schema.FloorArea(1))
		keeps(a, a.do.AmendRoll, []refusal[command.AmendRollInput]{
			{"striking it", a.asChair, remove, []fault.Code{fault.BallotCast}, "documentId"},
			{"changing it", a.asChair, correct, []fault.Code{fault.BallotCast}, "documentId"},
		})
		clerk := a.clerk()
		keeps(a, a.do.ConfirmRollAmendment, []refusal[command.ConfirmRollAmendmentInput]{{
			"what was proposed before the ballot", clerk, command.ConfirmRollAmendmentInput{AmendmentID: early, Confirm: true},
			[]fault.Code{fault.BallotCast}, "amendmentId",
		}})
		proof := a.file(a.community)
		remove.DocumentID = &proof
		a.amends(remove)
		is(a.council, "struck", *a.under(r.ID, units[0]).Struck, true)
	})
}

func TestAmendRollOfResidents(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		_, voters := a.neighbours()
		late := a.lives(a.community, dweller{name: "漏登", mute: true})[0]
		r := a.draws(a.resident(schema.MeetingKindResidents), "")
		second := a.officer("副主任", a.committee, schema.PostCategoryViceChair)
		add := func(who ...ident.ID) command.AmendRollInput {
			in := command.AmendRollInput{RollID: ident.Roll{ID: r.ID}, Kind: schema.RollAmendmentKindAdd, Reason: "漏登"}
			for _, id := range who {
				in.PersonIDs = append(in.PersonIDs, *person(id))
			}
			return in
		}
		keeps(a, a.do.AmendRoll, []refusal[command.AmendRollInput]{
			{"who stands there", a.asDirector, add(voters[0]), []fault.Code{fault.VoterOnRoll}, "personIds"},
			{"two in one", a.asDirector, add(late, voters[0]), []fault.Code{fault.TooMany}, "personIds"},
		})
		p, err := a.do.AmendRoll(a.asDirector, add(late))
		confirm := command.ConfirmRollAmendmentInput{AmendmentID: ident.RollAmendment{ID: done(a.town, p, err).AmendmentID}, Confirm: true}
		other, err := a.do.AmendRoll(a.asDirector, add(late))
		double := command.ConfirmRollAmendmentInput{AmendmentID: ident.RollAmendment{ID: done(a.town, other, err).AmendmentID}, Confirm: true}
		c, err := a.do.ConfirmRollAmendment(second, confirm)
		done(a.town, c, err)
		last := a.lines(r.ID)[4]
		a.voters(last, late)
		is(a.council, "its name", last.Label, "漏登")
		keeps(a, a.do.ConfirmRollAmendment, []refusal[command.ConfirmRollAmendmentInput]{
			{"added twice", second, double, []fault.Code{fault.VoterOnRoll}, "amendmentId"},
		})
	})
}

func TestAmendRollOfHouseholds(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		households, _ := a.neighbours()
		r := a.draws(a.resident(schema.MeetingKindResidents), schema.RollBasisHouseholds)
		second := a.officer("副主任", a.committee, schema.PostCategoryViceChair)
		in := command.AmendRollInput{
			RollID: ident.Roll{ID: r.ID}, Kind: schema.RollAmendmentKindAdd, HouseholdID: &ident.Household{ID: households[2]},
			PersonIDs: []ident.Person{*person(a.chair)}, Reason: "漏登",
		}
		there, foreign := in, in
		there.HouseholdID = &ident.Household{ID: households[0]}
		foreign.HouseholdID = &ident.Household{ID: newWard(a.town, "410102001").family("外社区")}
		keeps(a, a.do.AmendRoll, []refusal[command.AmendRollInput]{
			{"a household that stands there", a.asDirector, there, []fault.Code{fault.VoterOnRoll}, "householdId"},
			{"one of another community", a.asDirector, foreign, []fault.Code{fault.OutsideCommunity}, "householdId"},
		})
		p, err := a.do.AmendRoll(a.asDirector, in)
		confirm := command.ConfirmRollAmendmentInput{AmendmentID: ident.RollAmendment{ID: done(a.town, p, err).AmendmentID}, Confirm: true}
		c, err := a.do.ConfirmRollAmendment(second, confirm)
		done(a.town, c, err)
		last := a.lines(r.ID)[2]
		a.voters(last, a.chair)
		is(a.council, "its household", *last.HouseholdID, households[2])
		is(a.council, "its name", last.Label, "空户")
		is(a.council, "its households", *last.Households, 1)
	})
}

// family is a household of the ward.
func (k *ward) family(label string) ident.ID {
	k.Helper()
	p, err := k.do.RegisterHousehold(k.clerk, command.RegisterHouseholdInput{Label: label, AreaID: ident.Area{ID: k.estate}})
	return done(k.town, p, err).HouseholdID
}

// striking takes the entry at a position off the roll.
func (a *assembly) striking(r *db.Roll, position int) command.AmendRollInput {
	return command.AmendRollInput{
		RollID: ident.Roll{ID: r.ID}, Kind: schema.RollAmendmentKindRemove, Reason: "不应列入",
		EntryID: &ident.RollEntry{ID: a.lines(r.ID)[position-1].ID},
	}
}
