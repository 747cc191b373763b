package command_test

import (
	"os"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/enttest"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func TestMain(m *testing.M) { os.Exit(enttest.Run(m)) }

// refusedWith asserts that a verb was refused with exactly these codes.
func refusedWith(t *testing.T, err error, codes ...fault.Code) {
	t.Helper()
	faults, ok := fault.Of(err)
	if !ok || len(faults) != len(codes) {
		t.Fatalf("answered %v, want refusals %v", err, codes)
	}
	for i, code := range codes {
		if faults[i].Code != code {
			t.Errorf("refusal %d is %v, want %v", i, faults[i], code)
		}
	}
}

func TestRegisterArea(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		store := enttest.Open(t, ent.Config{URL: database, Now: enttest.NewClock().Now})
		do := command.New(store)
		operator := ent.WithViewer(t.Context(), &ent.Viewer{Operator: true})

		street, err := do.RegisterArea(operator, command.RegisterAreaInput{Kind: schema.AreaKindStreet, Name: "双马街道"})
		if err != nil {
			t.Fatal(err)
		}
		parent := &ident.Area{ID: street.AreaID}
		community, err := do.RegisterArea(operator, command.RegisterAreaInput{Kind: schema.AreaKindCommunity, Name: "新塘里社区", ParentID: parent})
		if err != nil {
			t.Fatal(err)
		}
		row, err := store.Read().Area.Get(t.Context(), community.AreaID)
		if err != nil {
			t.Fatal(err)
		}
		if row.CommunityID == nil || *row.CommunityID != row.ID {
			t.Errorf("a community belongs to %v, want itself", row.CommunityID)
		}
		_, err = do.RegisterArea(operator, command.RegisterAreaInput{Kind: schema.AreaKindEstate, Name: " ", Code: new(string), ParentID: parent})
		refusedWith(t, err, fault.Blank, fault.InvalidCode)
		_, err = do.RegisterArea(operator, command.RegisterAreaInput{Kind: schema.AreaKindProvince, Name: "湖南省", ParentID: &ident.Area{ID: community.AreaID}})
		refusedWith(t, err, fault.WrongLevel)
		_, err = do.RegisterArea(t.Context(), command.RegisterAreaInput{Kind: schema.AreaKindStreet, Name: "x"})
		if err != ent.ErrUnauthenticated {
			t.Errorf("a visitor was answered %v", err)
		}
		stranger := ent.WithViewer(t.Context(), &ent.Viewer{Person: ident.New(ident.KindPerson, store.Now())})
		_, err = do.RegisterArea(stranger, command.RegisterAreaInput{Kind: schema.AreaKindStreet, Name: "x"})
		refusedWith(t, err, fault.NotMandated)
	})
}
