package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/library"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// imported takes in a list of units, as importUnits does, in the name of
// somebody who keeps the community's register.
type imported struct {
	database
	keeping
	spoken
	Estate string `required:"" placeholder:"ID" help:"Identifier of the estate."`
	File   string `required:"" type:"existingfile" placeholder:"FILE" help:"The list: CSV in UTF-8 or GB18030, or XLSX."`
	As     string `required:"" placeholder:"PERSON" help:"Identifier of the registrar in whose name it is taken in."`
	On     string `placeholder:"DAY" help:"First day of the ownerships, YYYY-MM-DD; today if absent."`
	DryRun bool   `help:"Only check. The file is filed as a document all the same, as if it had been uploaded."`
}

var (
	errNoFiles = errors.New("on PostgreSQL SIFANG_DOCUMENTS must say where documents are kept")
	errNothing = errors.New("nothing was taken in")
)

// Run takes the list in and prints what it holds, or what is wrong with it, a
// line each. It fails if the list was refused.
func (i imported) Run(ctx context.Context, c console) error {
	files := i.files(i.DatabaseURL)
	if files == nil {
		return errNoFiles
	}
	order, person, err := i.order()
	if err != nil {
		return err
	}
	store, err := i.ready(ctx, false)
	if err != nil {
		return err
	}
	err = i.run(ent.WithViewer(ctx, &ent.Viewer{Person: person}), c, store, files, order)
	return errors.Join(err, store.Close())
}

// order reads the identifiers and the day.
func (i imported) order() (command.ImportUnitsInput, ident.ID, error) {
	in := command.ImportUnitsInput{Order: ent.Order{DryRun: i.DryRun}}
	person, err := ident.Parse(i.As)
	if err != nil || person.Kind() != ident.KindPerson {
		return in, person, fmt.Errorf("--as takes the identifier of a person: %w", ident.ErrMalformed)
	}
	estate, err := ident.Parse(i.Estate)
	if err != nil || estate.Kind() != ident.KindArea {
		return in, person, fmt.Errorf("--estate takes the identifier of an area: %w", ident.ErrMalformed)
	}
	in.AreaID = ident.Area{ID: estate}
	if i.On != "" {
		on, err := day.Parse(i.On)
		if err != nil {
			return in, person, fmt.Errorf("--on: %w", err)
		}
		in.On = &on
	}
	return in, person, nil
}

func (i imported) run(ctx context.Context, c console, store *ent.Store, files *library.Directory, in command.ImportUnitsInput) error {
	do := command.New(store).Keep(files)
	defer do.Close()
	document, err := i.hand(ctx, store, do, files, in.AreaID.ID)
	if err != nil {
		return i.refusals(c, err)
	}
	in.DocumentID = document
	shown := newBar(c.err)
	payload, err := do.ImportUnits(command.WithProgress(ctx, shown.show), in)
	shown.end()
	if err != nil {
		return i.refusals(c, err)
	}
	i.report(c, payload)
	if len(payload.UserErrors) > 0 {
		return errors.Join(errNothing, i.refusals(c, fault.Faults(payload.UserErrors)))
	}
	return nil
}

// hand files the list as a document of the estate's community. The same list
// handed in again by the same person is the same document.
func (i imported) hand(ctx context.Context, store *ent.Store, do *command.Do, files *library.Directory, estate ident.ID) (ident.Document, error) {
	area, err := store.Read().Area.Get(ctx, estate)
	if db.IsNotFound(err) {
		return ident.Document{}, fmt.Errorf("no area has the identifier %s", estate)
	}
	if err != nil {
		return ident.Document{}, err
	}
	file, err := os.Open(i.File)
	if err != nil {
		return ident.Document{}, err
	}
	piece, err := files.Put(ctx, file, i.most())
	if err = errors.Join(err, file.Close()); err != nil {
		return ident.Document{}, err
	}
	in := command.RegisterDocumentInput{Name: filepath.Base(i.File), Piece: piece}
	if area.CommunityID != nil {
		in.CommunityID = &ident.Area{ID: *area.CommunityID}
	}
	key := fmt.Sprintf("import %s %s", piece.SHA256, in.Name)
	in.RequestID = &key
	p, err := do.RegisterDocument(ctx, in)
	return ident.Document{ID: p.DocumentID}, err
}

// report prints what the list holds, and where it is wrong.
func (i imported) report(c console, p *command.ImportUnitsPayload) {
	for _, f := range p.Faults {
		var place []string
		if f.Line != nil {
			place = append(place, fault.Words{Chinese: fmt.Sprintf("第 %d 行", *f.Line), English: fmt.Sprintf("line %d", *f.Line)}.In(i.language()))
		}
		if f.Column != nil {
			place = append(place, *f.Column)
		}
		fmt.Fprintf(c.out, "%s: %s %s\n", strings.Join(place, " "), f.Error.Text(i.language()), f.Error.Code)
	}
	s := p.Summary
	if s == nil {
		return
	}
	for _, row := range []struct {
		words fault.Words
		value any
	}{
		{fault.Words{Chinese: "专有部分", English: "units"}, s.Units},
		{fault.Words{Chinese: "新增专有部分", English: "new units"}, s.NewUnits},
		{fault.Words{Chinese: "未变", English: "unchanged"}, s.Unchanged},
		{fault.Words{Chinese: "新增楼栋", English: "new buildings"}, s.NewBuildings},
		{fault.Words{Chinese: "新增单元", English: "new entrances"}, s.NewEntrances},
		{fault.Words{Chinese: "业主", English: "owners"}, s.Owners},
		{fault.Words{Chinese: "新增人员", English: "new persons"}, s.NewPersons},
		{fault.Words{Chinese: "多套业主", English: "owners of several units"}, s.SeveralUnits},
		{fault.Words{Chinese: "新增产权", English: "new ownerships"}, s.NewOwnerships},
		{fault.Words{Chinese: "无业主", English: "without an owner"}, s.WithoutOwner},
		{fault.Words{Chinese: "面积合计（㎡）", English: "area in m²"}, s.Area},
		{fault.Words{Chinese: "计入表决面积合计（㎡）", English: "area that carries votes in m²"}, s.VotingArea},
	} {
		fmt.Fprintf(c.out, "%s: %v\n", row.words.In(i.language()), row.value)
	}
}
