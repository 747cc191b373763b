package ent_test

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"sifang/ent"
	"sifang/ent/enttest"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

func TestMain(m *testing.M) { os.Exit(enttest.Run(m)) }

type input struct {
	ent.Order
	Name string
}

type payload struct{ AreaID ident.ID }

// naming is a verb that registers a street of the input's name.
func naming(in input) func(context.Context, *ent.Tx) (*ent.Deed[payload], error) {
	return func(ctx context.Context, tx *ent.Tx) (*ent.Deed[payload], error) {
		grant, refused := mandate.Ask("registerArea", tx.Viewer, mandate.Subject{})
		if refused != nil {
			return nil, refused
		}
		tx.Seal("name", in.Name)
		row, err := tx.Area.Create().SetKind(schema.AreaKindStreet).SetName(in.Name).SetPilot(false).SetFrom(tx.Today).Save(ctx)
		if err != nil {
			return nil, err
		}
		return ent.Did(payload{AreaID: row.ID}, grant, row.ID, nil, nil), nil
	}
}

func work(ctx context.Context, s *ent.Store, in input) (payload, error) {
	return ent.Work(ctx, s, "registerArea", in, naming(in))
}

func each(t *testing.T, test func(t *testing.T, s *ent.Store, operator context.Context, clock *enttest.Clock)) {
	enttest.Each(t, func(t *testing.T, database string) {
		clock := enttest.NewClock()
		store := enttest.Open(t, ent.Config{URL: database, Now: clock.Now})
		test(t, store, ent.WithViewer(t.Context(), &ent.Viewer{Operator: true}), clock)
	})
}

func TestWorkRecordsEveryDeed(t *testing.T) {
	each(t, func(t *testing.T, s *ent.Store, operator context.Context, _ *enttest.Clock) {
		key := "k"
		done, err := work(operator, s, input{Order: ent.Order{RequestID: &key}, Name: "双马街道"})
		if err != nil {
			t.Fatal(err)
		}
		all := ent.Unguarded(t.Context())
		event := s.Read().AuditEvent.Query().OnlyX(operator)
		queued := s.Read().Outbox.Query().OnlyX(all)
		salt := s.Read().Salt.Query().OnlyX(all)
		if event.Verb != "registerArea" || event.SubjectID != done.AreaID || event.ActorID != nil || *event.RequestID != key {
			t.Errorf("recorded %v", event)
		}
		if queued.ID != event.ID || string(queued.Leaf) != string(event.Leaf) {
			t.Error("the outbox holds another leaf than the record")
		}
		if strings.Contains(string(event.Leaf), "双马街道") || string(salt.Content) != "双马街道" || len(salt.Salt) != 32 {
			t.Error("what is sealed must stand beside the leaf, not in it")
		}
	})
}

// A row carries the time of the verb that made it, in its identifier, too.
func TestRowsAreNamedByTheStoresClock(t *testing.T) {
	each(t, func(t *testing.T, s *ent.Store, operator context.Context, clock *enttest.Clock) {
		var made []ident.ID
		for _, name := range []string{"一", "二"} {
			done, err := work(operator, s, input{Name: name})
			if err != nil {
				t.Fatal(err)
			}
			if id := done.AreaID; !id.Time().Equal(clock.Now()) || id.Kind() != ident.KindArea || id.IsDraft() {
				t.Errorf("the row is called %v, made at %v, want %v", id, id.Time(), clock.Now())
			}
			made = append(made, done.AreaID)
		}
		if made[0].String() >= made[1].String() {
			t.Errorf("%v was made before %v", made[0], made[1])
		}
	})
}

func TestWorkTakesBackWhatFails(t *testing.T) {
	each(t, func(t *testing.T, s *ent.Store, operator context.Context, _ *enttest.Clock) {
		broken := errors.New("broken")
		_, err := ent.Work(operator, s, "registerArea", input{}, func(ctx context.Context, tx *ent.Tx) (*ent.Deed[payload], error) {
			_, err := naming(input{Name: "x"})(ctx, tx)
			return nil, errors.Join(err, broken)
		})
		if !errors.Is(err, broken) {
			t.Errorf("answered %v", err)
		}
		_, err = work(operator, s, input{Order: ent.Order{DryRun: true}, Name: "x"})
		if err != nil {
			t.Errorf("a dry run was answered %v", err)
		}
		_, err = ent.Work(operator, s, "closeVote", input{}, naming(input{Name: "x"}))
		if err == nil {
			t.Error("a grant for another verb must not justify this one")
		}
		all := ent.Unguarded(t.Context())
		rows := s.Read().Area.Query().CountX(all) + s.Read().AuditEvent.Query().CountX(all) + s.Read().Outbox.Query().CountX(all) + s.Read().Request.Query().CountX(all)
		if rows != 0 {
			t.Errorf("%d rows are left of what was taken back", rows)
		}
	})
}

func TestWorkAnswersAKeyOnce(t *testing.T) {
	each(t, func(t *testing.T, s *ent.Store, operator context.Context, _ *enttest.Clock) {
		const callers = 8
		key := "pressed twice"
		answers := make(chan ident.ID, callers)
		failures := make(chan error, callers)
		for range callers {
			go func() {
				// Each caller has a viewer of its own, as each request has.
				own := ent.WithViewer(operator, &ent.Viewer{Operator: true})
				done, err := work(own, s, input{Order: ent.Order{RequestID: &key}, Name: "x"})
				failures <- err
				answers <- done.AreaID
			}()
		}
		first := ident.Nil
		for range callers {
			if err := <-failures; err != nil {
				t.Fatal(err)
			}
			id := <-answers
			if first.IsZero() {
				first = id
			}
			if id != first {
				t.Errorf("one key was answered %v and %v", first, id)
			}
		}
		_, err := work(operator, s, input{Order: ent.Order{RequestID: &key}, Name: "y"})
		if faults, ok := fault.Of(err); !ok || faults[0].Code != fault.RequestIDReused {
			t.Errorf("the key with another input was answered %v", err)
		}
		for _, bad := range []string{"", "  ", strings.Repeat("x", 201)} {
			if _, err := work(operator, s, input{Order: ent.Order{RequestID: &bad}, Name: "x"}); err == nil {
				t.Errorf("the key %q was accepted", bad)
			}
		}
		if n := s.Read().Area.Query().CountX(operator); n != 1 {
			t.Errorf("%d rows for one key", n)
		}
	})
}

func TestOnlyWorkWrites(t *testing.T) {
	each(t, func(t *testing.T, s *ent.Store, operator context.Context, _ *enttest.Clock) {
		err := s.Read().Area.Create().SetKind(schema.AreaKindStreet).SetName("x").SetPilot(false).SetFrom(day.Of(s.Now())).Exec(operator)
		if !errors.Is(err, ent.ErrOutsideWork) {
			t.Errorf("a write outside of Work was answered %v", err)
		}
		bulk := func(do func(context.Context, *ent.Tx) error) error {
			_, err := ent.Work(operator, s, "registerArea", input{}, func(ctx context.Context, tx *ent.Tx) (*ent.Deed[payload], error) {
				return nil, do(ctx, tx)
			})
			return err
		}
		for name, do := range map[string]func(context.Context, *ent.Tx) error{
			"update of many": func(ctx context.Context, tx *ent.Tx) error { return tx.Area.Update().SetTo(tx.Today).Exec(ctx) },
			"delete of many": func(ctx context.Context, tx *ent.Tx) error { _, err := tx.Area.Delete().Exec(ctx); return err },
			"delete of one": func(ctx context.Context, tx *ent.Tx) error {
				return tx.Area.DeleteOneID(ident.New(ident.KindArea, tx.Now)).Exec(ctx)
			},
		} {
			if err := bulk(do); !errors.Is(err, ent.ErrBulk) {
				t.Errorf("%s was answered %v", name, err)
			}
		}
	})
}

func TestFormerVersionsAreKept(t *testing.T) {
	each(t, func(t *testing.T, s *ent.Store, operator context.Context, clock *enttest.Clock) {
		done, err := work(operator, s, input{Name: "x"})
		if err != nil {
			t.Fatal(err)
		}
		early := s.Now()
		clock.Pass(24 * 3600e9)
		_, err = ent.Work(operator, s, "registerArea", input{}, func(ctx context.Context, tx *ent.Tx) (*ent.Deed[payload], error) {
			grant, refused := mandate.Ask("registerArea", tx.Viewer, mandate.Subject{})
			if refused != nil {
				return nil, refused
			}
			return ent.Did(payload{}, grant, done.AreaID, nil, nil), tx.Area.UpdateOneID(done.AreaID).SetTo(tx.Today).Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
		now := s.Read().Area.Query().OnlyX(operator)
		if now.ID != done.AreaID || now.To == nil || !now.RecordedAt.Equal(s.Now()) {
			t.Errorf("the register says %v", now)
		}
		then := s.Read().Area.Query().OnlyX(ent.KnownAt(operator, early))
		if then.To != nil || !then.RecordedAt.Equal(early) {
			t.Errorf("the register said %v", then)
		}
		if n := s.Read().Area.Query().CountX(ent.KnownAt(operator, early.Add(-1e9))); n != 0 {
			t.Errorf("before it was recorded the register knew %d", n)
		}
	})
}

func TestUnknownDatabase(t *testing.T) {
	for _, bad := range []string{"", "mysql://x", "sqlite:", "sqlite:a?b", "postgres://user:secret@[bad/db"} {
		store, err := ent.Open(t.Context(), ent.Config{URL: bad})
		if err == nil || store != nil {
			t.Errorf("%q was opened", bad)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("the refusal tells the password: %v", err)
		}
	}
}
