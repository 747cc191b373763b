package app

import (
	"context"
	"errors"
	"fmt"
	"os"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/recount"
)

// recounted counts the file of a vote again. It needs no database.
type recounted struct {
	spoken
	File string `arg:"" type:"existingfile" help:"The file of a vote, as export writes it."`
}

// Run prints what the second counter came to and every figure in which the
// verdict of the file differs. It fails if there is one.
func (r recounted) Run(c console) error {
	data, err := os.ReadFile(r.File)
	if err != nil {
		return err
	}
	found, differences, err := recount.Check(data)
	if err != nil {
		return r.refusals(c, err)
	}
	fmt.Fprintf(c.out, "%s %s\n", found.Rule.Code, found.Outcome)
	for _, one := range differences {
		fmt.Fprintln(c.out, one.Text(r.language()))
	}
	if n := len(differences); n > 0 {
		return fmt.Errorf("the verdict differs from the recount in %d figures", n)
	}
	return nil
}

// exported writes the file of a vote: whoever may read the database may have
// it, since it holds every ballot.
type exported struct {
	database
	Vote string `arg:"" help:"Identifier of the vote, closed or final."`
	To   string `type:"path" default:"-" help:"Where to write it; - is standard output."`
}

var errNotCounted = errors.New("the vote was not counted yet")

// Run writes the file.
func (e exported) Run(ctx context.Context, c console) error {
	store, err := e.ready(ctx, false)
	if err != nil {
		return err
	}
	data, err := e.print(ent.Unguarded(ctx), store)
	if err = errors.Join(err, store.Close()); err != nil {
		return err
	}
	if e.To == "-" {
		_, err = c.out.Write(append(data, '\n'))
		return err
	}
	return os.WriteFile(e.To, data, 0o600)
}

func (e exported) print(ctx context.Context, store *ent.Store) ([]byte, error) {
	id, err := ident.Parse(e.Vote)
	if err != nil {
		return nil, fmt.Errorf("a vote is named by its identifier: %w", err)
	}
	vote, err := store.Read().Vote.Get(ctx, id)
	if db.IsNotFound(err) {
		return nil, fmt.Errorf("no vote has the identifier %s", id)
	}
	if err != nil {
		return nil, err
	}
	judged, counted, err := poll.Standing(ctx, store.Read(), vote, store.Now())
	switch {
	case err != nil:
		return nil, err
	case !counted, vote.Status == schema.VoteStatusVoid:
		return nil, errNotCounted
	}
	facts, err := poll.Gather(ctx, store.Read(), vote, judged.At, judged.Raised...)
	if err != nil {
		return nil, err
	}
	document, err := facts.Document(vote, judged.Verdict)
	if err != nil {
		return nil, err
	}
	return document.Print()
}
