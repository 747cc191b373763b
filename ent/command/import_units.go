package command

import (
	"context"
	"errors"
	"io"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/intake"
	"sifang/ent/library"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// ImportUnitsInput is a list of units and the estate it is about.
type ImportUnitsInput struct {
	ent.Order
	AreaID     ident.Area
	DocumentID ident.Document
	Mapping    *ImportColumnsInput
	On         *day.Date
}

// ImportUnitsPayload tells what the list says, and what was made of it. It
// comes whole also when the list was refused, because whoever mends the list
// needs all of it.
type ImportUnitsPayload struct {
	fault.Outcome
	AreaID  ident.ID
	Summary *ImportSummary
	// Preview and Faults are read from the document each time.
	Preview []*ImportRow   `json:"-"`
	Faults  []*ImportFault `json:"-"`
}

// ImportSummary counts what is in a list, and what is new in it.
type ImportSummary struct {
	Units         int
	NewUnits      int
	Unchanged     int // units registered before, in the same words
	NewBuildings  int
	NewEntrances  int
	Owners        int // persons and organizations, each once
	NewPersons    int
	SeveralUnits  int // owners of more than one unit
	NewOwnerships int
	WithoutOwner  int // units
	Area          schema.FloorArea
	VotingArea    schema.FloorArea
}

// ImportRow is one unit as the list says it.
type ImportRow struct {
	Line            int
	Building        *string
	Entrance        *string
	Number          string
	Use             schema.UnitUse
	ExclusiveArea   schema.FloorArea
	AreaSource      schema.AreaSource
	DeliveryStatus  schema.DeliveryStatus
	CountsForVoting bool
	Owners          []string
	DesignatedVoter *string
}

// ImportFault is what is wrong in one place of a list.
type ImportFault struct {
	Line   *int    // nil if it concerns the file as a whole
	Column *string // nil if it concerns the line as a whole
	Error  *fault.Fault
}

// importLimits bound what one list may hold. As a workbook, fifty thousand units
// unpack to thirty million bytes, which is half of what one may.
var importLimits = intake.Limits{
	Rows: 50_000, Unpacked: 64 << 20, Name: nameLimit, PersonName: personNameLimit,
	LeastArea: leastUnitArea, MostArea: mostUnitArea,
}

// importedInto are the kinds of areas that a list may be about.
var importedInto = []schema.AreaKind{
	schema.AreaKindEstate, schema.AreaKindRuralCluster, schema.AreaKindPropertyManagementArea, schema.AreaKindCourtyard,
}

// ImportUnits takes in the list of an estate's units: its buildings, entrances,
// units and their owners, all of them or none. What is registered already is
// never changed: what the list says in the same words is passed over, and what
// it says in others is refused.
//
// Each owner who is a person becomes a new person of the register, once for the
// whole list. Somebody of the register is taken for an owner only where they are
// registered as the owner of another unit of the same list: a name alone proves
// nothing. Organizations must be registered before.
//
// A list that is refused is answered with IMPORT_REFUSED in the payload, beside
// all that is wrong with it, and without an error.
func (d *Do) ImportUnits(ctx context.Context, in ImportUnitsInput) (*ImportUnitsPayload, error) {
	file, list, err := d.list(ctx, in)
	if err != nil {
		return &ImportUnitsPayload{}, err
	}
	run := &importing{in: in, file: file, list: list, progress: progressOf(ctx)}
	payload, err := work(ctx, d, "importUnits", in, run.do)
	if faults, refused := fault.Of(err); refused && faults[0].Code == fault.ImportRefused {
		payload, err = run.refused(faults), nil
	}
	if err != nil {
		return payload, err
	}
	if in.DryRun && run.judged != nil {
		// What was tried is taken back, and with it the answer; what would have
		// been made is worth telling.
		payload.Summary = &run.summary
	}
	payload.Preview = previewOf(list)
	return payload, nil
}

// list reads the list before the verb begins, so that no transaction waits for
// it. It asks the mandate for itself, because reading costs something; the verb
// asks again, after it locked what the answer rests on.
func (d *Do) list(ctx context.Context, in ImportUnitsInput) (*db.Document, *intake.List, error) {
	viewer, err := d.store.Powers(ctx)
	if err != nil {
		return nil, nil, err
	}
	if viewer.Person.IsZero() && !viewer.Operator {
		return nil, nil, ent.ErrUnauthenticated
	}
	area, err := need(ctx, d.store.Read().Area.Get, in.AreaID.ID, "areaId")
	if err != nil {
		return nil, nil, refusals(err)
	}
	if _, refused := mandate.Ask("importUnits", viewer, inCommunity(area.CommunityID)); refused != nil {
		return nil, nil, refuse(refused)
	}
	// Read as the viewer: a document they may not see is not found.
	file, err := need(ctx, d.store.Read().Document.Get, in.DocumentID.ID, "documentId")
	if err != nil {
		return nil, nil, refusals(err)
	}
	if err := refuse(table(file.MediaType)); err != nil {
		return nil, nil, err
	}
	content, err := d.content(file)
	if err != nil {
		return nil, nil, err
	}
	return file, intake.Parse(content, in.Mapping.columns(), importLimits), nil
}

// refusals are the refusals of an error in the form in which verbs answer them.
func refusals(err error) error {
	if faults, ok := fault.Of(err); ok {
		return faults
	}
	return err
}

func table(media string) *fault.Fault {
	switch media {
	case library.XLSX, library.TextUTF8, library.TextGB18030:
		return nil
	default:
		return fault.New(fault.ImportNoTable, "mediaType", media).At("documentId")
	}
}

// content reads the bytes of a document.
func (d *Do) content(file *db.Document) ([]byte, error) {
	if d.files == nil {
		return nil, refuse(fault.New(fault.DocumentsNotKept).At("documentId"))
	}
	opened, err := d.files.Open(file.Sha256)
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(opened)
	return content, errors.Join(err, opened.Close())
}

// importing is one run of the verb.
type importing struct {
	in       ImportUnitsInput
	file     *db.Document
	list     *intake.List
	progress func(done, of int)

	// What the last attempt found; each attempt sets both anew.
	judged  *intake.List
	summary ImportSummary
}

func (r *importing) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[ImportUnitsPayload], error) {
	on := orToday(r.in.On, tx)
	// Lists of one estate come in one after the other.
	estate, err := need(ctx, lockedArea(tx, ent.Update), r.in.AreaID.ID, "areaId")
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "importUnits", estate.ID, inCommunity(estate.CommunityID))
	if err != nil {
		return nil, err
	}
	if err := refuse(fits(estate.Kind, importedInto, "areaId"), existsOn(on, estate.From, estate.To, "areaId")); err != nil {
		return nil, err
	}
	known, err := holdingsOf(ctx, tx, estate, on)
	if err != nil {
		return nil, err
	}
	named, err := organizationsOf(ctx, tx, r.list, estate.CommunityID, on)
	if err != nil {
		return nil, err
	}
	plan := draw(tx, estate, known, named, r.list)
	r.judged, r.summary = plan.list, plan.summary()
	if plan.list.Wrong > 0 {
		return nil, fault.New(fault.ImportRefused, "count", plan.list.Wrong).At("documentId")
	}
	if err := plan.write(ctx, tx, on, r.progress); err != nil {
		return nil, err
	}
	s := r.summary
	return ent.Did(ImportUnitsPayload{AreaID: estate.ID, Summary: &s}, grant, estate.ID, estate.CommunityID, map[string]any{
		"document": r.file.ID, "sha256": r.file.Sha256, "on": on, "units": s.Units, "newUnits": s.NewUnits, "newBuildings": s.NewBuildings,
		"newEntrances": s.NewEntrances, "newPersons": s.NewPersons, "newOwnerships": s.NewOwnerships, "area": s.Area,
	}), nil
}

// refused is the payload of a list that was refused.
func (r *importing) refused(faults fault.Faults) *ImportUnitsPayload {
	payload := &ImportUnitsPayload{Summary: &r.summary}
	payload.Refuse(faults)
	for _, f := range r.judged.Faults {
		one := &ImportFault{Error: f.Refusal}
		if f.Line > 0 {
			one.Line = &f.Line
		}
		if f.Column != "" {
			one.Column = &f.Column
		}
		payload.Faults = append(payload.Faults, one)
	}
	return payload
}

// previewed is how many rows of a list are shown.
const previewed = 50

// previewOf are the first rows as they were understood.
func previewOf(list *intake.List) []*ImportRow {
	rows := list.Rows[:min(previewed, len(list.Rows))]
	shown := make([]*ImportRow, len(rows))
	given := func(text string) *string {
		if text == "" {
			return nil
		}
		return &text
	}
	for i, row := range rows {
		shown[i] = &ImportRow{
			Line: row.Line, Building: given(row.Building), Entrance: given(row.Entrance), Number: row.Number, Use: row.Use,
			ExclusiveArea: row.Area, AreaSource: row.AreaSource, DeliveryStatus: row.DeliveryStatus,
			CountsForVoting: row.CountsForVoting, Owners: []string{},
		}
		for _, o := range row.Owners {
			shown[i].Owners = append(shown[i].Owners, o.Name)
		}
		if row.Voter >= 0 {
			shown[i].DesignatedVoter = &shown[i].Owners[row.Voter]
		}
	}
	return shown
}

type progressKey struct{}

// WithProgress asks to be told how far a long verb has come: how many rows are
// written of how many. A verb that has to begin again says so by beginning from
// nothing.
func WithProgress(ctx context.Context, told func(done, of int)) context.Context {
	return context.WithValue(ctx, progressKey{}, told)
}

func progressOf(ctx context.Context) func(done, of int) {
	if told, ok := ctx.Value(progressKey{}).(func(done, of int)); ok {
		return told
	}
	return func(int, int) {}
}
