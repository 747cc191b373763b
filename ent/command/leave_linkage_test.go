package command_test

import (
	"slices"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db/linkageparty"
	"sifang/ent/db/partydelegate"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// ends tells when a party and the authorisations that it gave end.
func (h *hall) ends(party ident.LinkageParty) []string {
	h.Helper()
	end := func(to *day.Date) string {
		if to == nil {
			return ""
		}
		return to.String()
	}
	all := []string{end(get(h.town, h.store.Read().LinkageParty.Get, party.ID).To)}
	given, err := h.store.Read().PartyDelegate.Query().Where(partydelegate.PartyID(party.ID)).All(ent.Unguarded(h.Context()))
	h.must(err)
	for _, row := range given {
		all = append(all, end(row.To))
	}
	return all
}

func TestLeaveLinkage(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		company := h.parties[3]
		leaving := func(on string) command.LeaveLinkageInput {
			return command.LeaveLinkageInput{PartyID: company, On: onOrNil(on)}
		}
		v := h.running("")
		refused(h.council, h.do.LeaveLinkage, []refusal[command.LeaveLinkageInput]{
			{"while a vote is open", h.asM, leaving(""), []fault.Code{fault.VoteStillOpen}, "partyId"},
			{"later, while a vote is open", h.asM, leaving("2027-01-01"), []fault.Code{fault.VoteStillOpen}, "partyId"},
		})
		h.votes(v, h.sent[:], "FFFF")
		h.closed(v)

		wordless := leaving("")
		wordless.Reason = new(" ")
		nowhere := command.LeaveLinkageInput{PartyID: ident.LinkageParty{ID: ident.New(ident.KindLinkageParty, h.store.Now())}}
		refused(h.council, h.do.LeaveLinkage, []refusal[command.LeaveLinkageInput]{
			{"by another party", h.asChair, leaving(""), []fault.Code{fault.NotMandated}, ""},
			{"before it was a party", h.asM, leaving("2020-12-31"), []fault.Code{fault.EndsBeforeItStarts}, "on"},
			{"on its first day", h.asM, leaving("2021-01-01"), []fault.Code{fault.EndsBeforeItStarts}, "on"},
			{"for a reason without words", h.asM, wordless, []fault.Code{fault.Blank}, "reason"},
			{"no party", h.asM, nowhere, []fault.Code{fault.NotFound}, "partyId"},
		})
		once(h.town, func(o ent.Order) (*command.LeaveLinkagePayload, error) {
			in := leaving("")
			in.Order, in.Reason = o, new("合同到期。")
			return h.do.LeaveLinkage(h.asM, in)
		})
		if got := h.ends(company); !slices.Equal(got, []string{"2026-06-08", "2026-06-08"}) {
			t.Errorf("the party and its delegate end on %v", got)
		}
		if got := h.ends(h.parties[2]); !slices.Equal(got, []string{"", ""}) {
			t.Errorf("another party and its delegate end on %v", got)
		}
		refused(h.council, h.do.LeaveLinkage, []refusal[command.LeaveLinkageInput]{
			{"again", h.asM, leaving("2026-07-01"), []fault.Code{fault.AlreadyEnded}, "partyId"},
			{"again, by the registrar", h.registrar, leaving("2026-06-08"), []fault.Code{fault.AlreadyEnded}, "partyId"},
		})
		h.comesBack()
	})
}

func onOrNil(text string) *day.Date {
	if text == "" {
		return nil
	}
	return on(text)
}

// comesBack lets the company join again, from the day on which it left.
func (h *hall) comesBack() {
	h.Helper()
	joining := func(from, to string) command.AddLinkagePartyInput {
		return command.AddLinkagePartyInput{
			LinkageID: ident.Linkage{ID: h.linkage}, OrganizationID: *organization(h.company), Votes: true,
			Role: schema.LinkageRoleParticipates, From: on(from), To: onOrNil(to),
		}
	}
	refuses(h.town, h.do.AddLinkageParty, []refusal[command.AddLinkagePartyInput]{
		{"before it left", h.asSecretary, joining("2026-06-07", ""), []fault.Code{fault.AlreadyExists}, "organizationId"},
	})
	again, err := h.do.AddLinkageParty(h.asSecretary, joining("2026-06-08", "2027-01-01"))
	row := get(h.town, h.store.Read().LinkageParty.Get, done(h.town, again, err).PartyID)
	is(h.council, "its place", row.Position, 5)
	refuses(h.town, h.do.AddLinkageParty, []refusal[command.AddLinkagePartyInput]{
		{"twice", h.asSecretary, joining("2026-12-31", ""), []fault.Code{fault.AlreadyExists}, "organizationId"},
	})
	// What was to end next year may end sooner.
	sooner, err := h.do.LeaveLinkage(h.registrar, command.LeaveLinkageInput{PartyID: ident.LinkageParty{ID: again.PartyID}, On: on("2026-09-01")})
	done(h.town, sooner, err)
	is(h.council, "its end", h.ends(ident.LinkageParty{ID: again.PartyID})[0], "2026-09-01")
}

// A body that left its linkages can be dissolved.
func TestDissolveOrganizationThatLeft(t *testing.T) {
	eachTown(t, func(w *town) {
		body := w.organization(schema.OrganizationKindInterimPropertyCommittee, "物业管理委员会", ident.Nil, w.estate)
		parties := w.linkage(w.committee, body)
		left, err := w.do.LeaveLinkage(w.registrar, command.LeaveLinkageInput{PartyID: ident.LinkageParty{ID: parties[1]}, On: on("2026-06-03")})
		done(w, left, err)
		gone := command.DissolveOrganizationInput{OrganizationID: *organization(body), On: on("2026-06-02")}
		refuses(w, w.do.DissolveOrganization, []refusal[command.DissolveOrganizationInput]{
			{"before it left", w.registrar, gone, []fault.Code{fault.StillLinked}, "organizationId"},
		})
		gone.On = on("2026-06-03")
		p, err := w.do.DissolveOrganization(w.registrar, gone)
		done(w, p, err)
	})
}

func TestEndLinkage(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		later, err := h.do.AddLinkageParty(h.registrar, command.AddLinkagePartyInput{
			LinkageID: ident.Linkage{ID: h.linkage}, OrganizationID: *organization(h.organization(schema.OrganizationKindVolunteerTeam, "志愿队", ident.Nil, h.estate)),
			Role: schema.LinkageRoleParticipates, From: on("2027-01-01"),
		})
		done(h.town, later, err)
		left, err := h.do.LeaveLinkage(h.asM, command.LeaveLinkageInput{PartyID: h.parties[3], On: on("2026-06-05")})
		done(h.town, left, err)
		ending := func(on string) command.EndLinkageInput {
			return command.EndLinkageInput{LinkageID: ident.Linkage{ID: h.linkage}, On: onOrNil(on)}
		}
		v := h.running("")
		refused(h.council, h.do.EndLinkage, []refusal[command.EndLinkageInput]{
			{"while a vote is open", h.asSecretary, ending(""), []fault.Code{fault.VoteStillOpen}, "linkageId"},
		})
		h.closed(v)
		nowhere := command.EndLinkageInput{LinkageID: ident.Linkage{ID: ident.New(ident.KindLinkage, h.store.Now())}}
		refused(h.council, h.do.EndLinkage, []refusal[command.EndLinkageInput]{
			{"by one that only takes part", h.asChair, ending(""), []fault.Code{fault.NotMandated}, ""},
			{"on its first day", h.asSecretary, ending("2021-01-01"), []fault.Code{fault.EndsBeforeItStarts}, "on"},
			{"none", h.registrar, nowhere, []fault.Code{fault.NotFound}, "linkageId"},
		})
		once(h.town, func(o ent.Order) (*command.EndLinkagePayload, error) {
			in := ending("")
			in.Order = o
			return h.do.EndLinkage(h.asSecretary, in)
		})
		today := "2026-06-08"
		for party, want := range map[ident.LinkageParty][]string{
			h.parties[0]: {today, today}, h.parties[1]: {today, today}, h.parties[2]: {today, today},
			h.parties[3]: {"2026-06-05", "2026-06-05"}, {ID: later.PartyID}: {"2027-01-01"},
		} {
			if got := h.ends(party); !slices.Equal(got, want) {
				t.Errorf("a party and its delegate end on %v, want %v", got, want)
			}
		}
		is(h.council, "the linkage ends", get(h.town, h.store.Read().Linkage.Get, h.linkage).To.String(), today)
		refused(h.council, h.do.EndLinkage, []refusal[command.EndLinkageInput]{
			{"again", h.asSecretary, ending(""), []fault.Code{fault.AlreadyEnded}, "linkageId"},
		})
	})
}

// Of a party that leaves while a vote is opened, the vote either holds it, or
// knows nothing of it.
func TestLeaveLinkageWhileAVoteOpens(t *testing.T) {
	eachCouncil(t, func(c *council) {
		for range 4 {
			h := c.joined("JOINT_ALL_PARTIES", c.leaders(), [4]bool{true, true, true, true})
			v := h.drafted("")
			answers := atOnce(2, func(i int) error {
				if i == 0 {
					_, err := h.do.OpenVote(h.officer, command.OpenVoteInput{VoteID: v})
					return err
				}
				_, err := h.do.LeaveLinkage(h.asM, command.LeaveLinkageInput{PartyID: h.parties[3]})
				return err
			})
			h.must(answers[0])
			places, want := len(h.entries(v)), 3
			if answers[1] != nil {
				refusedWith(t, answers[1], fault.VoteStillOpen)
				want = 4
			}
			is(c, "the places on the roll", places, want)
			is(c, "the parties", h.present(), want)
			h.closed(v)
		}
	})
}

// present counts the parties of the linkage today.
func (h *hall) present() int {
	h.Helper()
	n, err := h.store.Read().LinkageParty.Query().Where(linkageparty.LinkageID(h.linkage), linkageparty.ToIsNil()).Count(h.Context())
	h.must(err)
	return n
}
