package command_test

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"strings"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	dbarea "sifang/ent/db/area"
	"sifang/ent/db/ownership"
	dbperson "sifang/ent/db/person"
	"sifang/ent/db/unit"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

const listHead = "楼栋,单元,房号,用途,建筑面积,面积依据,交付状态,业主,业主类型,共有人,表决代表,计入表决,证件尾号\n"

// an estate of two buildings: a couple with two flats, two persons of one
// name, the developer with what is unsold, a shop of nobody's in the estate
// itself, and a parking space.
const smallList = listHead +
	"1栋,1单元,101,住宅,89.50,登记,已交付,张三,,李四,李四,,\n" +
	"1栋,1单元,102,住宅,89.50,登记,已交付,王伟,,,,,1234\n" +
	"1栋,2单元,101,住宅,120,登记,已交付,王伟,,,,,123X\n" +
	"2栋,,101,住宅,75.25,合同,未售,三湘置业,单位,,,,\n" +
	",,S-1,商铺,40,实测,已交付,,,,,,\n" +
	",,P-1,车位,12.5,登记,已交付,张三,,李四,,否,\n"

func (s *shelf) in(text string) command.ImportUnitsInput {
	s.Helper()
	return command.ImportUnitsInput{AreaID: ident.Area{ID: s.estate}, DocumentID: s.file(s.registrar, text)}
}

// takes imports a list in which nothing may be wrong.
func (s *shelf) takes(text string) *command.ImportUnitsPayload {
	s.Helper()
	p, err := s.do.ImportUnits(s.registrar, s.in(text))
	if err != nil || len(p.UserErrors) > 0 {
		s.Fatalf("%v %v %v", err, p.UserErrors, placesOf(p))
	}
	return p
}

// placesOf lists the faults of a list as line, column and code.
func placesOf(p *command.ImportUnitsPayload) []string {
	var all []string
	for _, f := range p.Faults {
		line, column := 0, ""
		if f.Line != nil {
			line = *f.Line
		}
		if f.Column != nil {
			column = *f.Column
		}
		all = append(all, fmt.Sprintf("%d %s %s", line, column, f.Error.Code))
	}
	return all
}

// refusesList asserts what is wrong with a list, and that nothing of it is
// taken in.
func (s *shelf) refusesList(in command.ImportUnitsInput, want ...string) *command.ImportUnitsPayload {
	s.Helper()
	before := s.census()
	p, err := s.do.ImportUnits(s.registrar, in)
	if err != nil {
		s.Fatal(err)
	}
	if len(p.UserErrors) != 1 || p.UserErrors[0].Code != fault.ImportRefused || !p.AreaID.IsZero() {
		s.Errorf("answered %v", p.UserErrors)
	}
	if got := placesOf(p); !reflect.DeepEqual(got, want) {
		s.Errorf("wrong is\n%v\nwant\n%v", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if after := s.census(); !maps.Equal(before, after) {
		s.Errorf("a refusal changed %v to %v", before, after)
	}
	return p
}

func (s *shelf) developer() ident.ID {
	return s.organization(schema.OrganizationKindOther, "三湘置业", ident.Nil, s.street)
}

func TestImportUnits(t *testing.T) {
	eachShelf(t, func(s *shelf) {
		developer := s.developer()
		in := s.in(smallList)
		in.On = on("2026-05-01")
		payload := once(s.town, func(o ent.Order) (*command.ImportUnitsPayload, error) {
			same := in
			same.Order = o
			return s.do.ImportUnits(s.registrar, same)
		})
		want := command.ImportSummary{
			Units: 6, NewUnits: 6, NewBuildings: 2, NewEntrances: 2, Owners: 5, NewPersons: 4, SeveralUnits: 2,
			NewOwnerships: 7, WithoutOwner: 1, Area: 42675, VotingArea: 41425,
		}
		if *payload.Summary != want || payload.AreaID != s.estate {
			t.Errorf("made %+v", *payload.Summary)
		}
		if len(payload.Preview) != 6 || !reflect.DeepEqual(payload.Preview[0].Owners, []string{"张三", "李四"}) ||
			*payload.Preview[0].DesignatedVoter != "李四" || payload.Preview[4].Building != nil {
			t.Errorf("shown %+v", payload.Preview[0])
		}
		c, ctx := s.store.Read(), ent.Unguarded(s.Context())
		flat := c.Unit.Query().Where(unit.Number("101"), unit.HasAreaWith(dbarea.Name("1单元"), dbarea.HasParentWith(dbarea.Name("1栋"), dbarea.ParentID(s.estate)))).OnlyX(ctx)
		if flat.ExclusiveArea != 8950 || flat.CommunityID == nil || *flat.CommunityID != s.community || !flat.CountsForVoting {
			t.Errorf("the flat is %+v", flat)
		}
		shares := c.Ownership.Query().Where(ownership.UnitID(flat.ID)).WithPerson().AllX(ctx)
		votes := map[string]bool{}
		for _, o := range shares {
			votes[o.Edges.Person.Name] = o.DesignatedVoter
			if o.From.String() != "2026-05-01" || o.To != nil {
				t.Errorf("owned from %v to %v", o.From, o.To)
			}
		}
		if !maps.Equal(votes, map[string]bool{"张三": false, "李四": true}) {
			t.Errorf("owners and whether they vote: %v", votes)
		}
		if n := c.Person.Query().Where(dbperson.Name("王伟")).CountX(ctx); n != 2 {
			t.Errorf("%d persons are called 王伟", n)
		}
		if n := c.Ownership.Query().Where(ownership.OrganizationID(developer)).CountX(ctx); n != 1 {
			t.Errorf("the developer owns %d units", n)
		}
		s.seen(func(c *db.Client) counted { return c.Unit.Query() }, 0, 6)
	})
}

func TestImportIsTriedFirst(t *testing.T) {
	eachShelf(t, func(s *shelf) {
		s.developer()
		in := s.in(smallList)
		in.DryRun = true
		before := s.census()
		p, err := s.do.ImportUnits(s.registrar, in)
		if done(s.town, p, err); p.Summary.NewUnits != 6 || len(p.Preview) != 6 || len(p.UserErrors) != 0 {
			t.Errorf("tried: %+v", p.Summary)
		}
		if after := s.census(); !maps.Equal(before, after) {
			t.Errorf("a try changed %v to %v", before, after)
		}
	})
}

func TestImportAgain(t *testing.T) {
	eachShelf(t, func(s *shelf) {
		s.developer()
		s.takes(smallList)
		before := s.census()
		again := s.takes(smallList)
		if again.Summary.Unchanged != 6 || again.Summary.NewUnits+again.Summary.NewBuildings+again.Summary.NewPersons+again.Summary.NewOwnerships != 0 {
			t.Errorf("again: %+v", again.Summary)
		}
		// The document, the try and the import are recorded; nothing else is new.
		after := s.census()
		for _, told := range []string{db.TypeAuditEvent, db.TypeOutbox, db.TypeSalt} {
			before[told] = after[told]
		}
		if !maps.Equal(before, after) {
			t.Errorf("the second import changed %v to %v", before, after)
		}
		// Whoever is registered as owner of one unit of the list is the owner of
		// another one, too; the name alone would not do.
		grown := s.takes(smallList + "2栋,,102,住宅,75.25,登记,已交付,张三,,李四,,,\n" +
			"2栋,,103,住宅,75.25,登记,已交付,王伟,,,,,1234\n2栋,,104,住宅,75.25,登记,已交付,赵八,,,,,\n")
		if grown.Summary.NewUnits != 3 || grown.Summary.NewPersons != 1 {
			t.Errorf("grown: %+v", grown.Summary)
		}
	})
}

func TestImportAgainstTheRegister(t *testing.T) {
	eachShelf(t, func(s *shelf) {
		s.developer()
		s.takes(smallList)
		differs := func(old, new string) string { return strings.Replace(smallList, old, new, 1) }
		for name, c := range map[string]struct {
			list string
			want []string
		}{
			"another area and use": {differs("102,住宅,89.50", "102,办公,89.51"), []string{"3 用途 IMPORT_DIFFERS", "3 建筑面积 IMPORT_DIFFERS"}},
			"delivered since":      {differs("合同,未售", "登记,已交付"), []string{"5 面积依据 IMPORT_DIFFERS", "5 交付状态 IMPORT_DIFFERS"}},
			"sold since":           {differs("三湘置业,单位", "赵六,个人"), []string{"5 业主 IMPORT_DIFFERS"}},
			"one owner less":       {differs("张三,,李四,李四", "张三,,,"), []string{"2 业主 IMPORT_DIFFERS"}},
			"the other votes":      {differs("张三,,李四,李四", "张三,,李四,张三"), []string{"2 表决代表 IMPORT_DIFFERS"}},
			"counts now":           {differs("李四,,否", "李四,,是"), []string{"7 计入表决 IMPORT_DIFFERS"}},
			"unknown company":      {smallList + "3栋,,1,住宅,80,登记,已交付,无名公司,单位,,,,\n3栋,,2,住宅,80,登记,已交付,无名公司,单位,,,,\n", []string{"8 业主 IMPORT_ORGANIZATION_UNKNOWN"}},
			"with what is wrong in itself": {smallList + "3栋,,1,住宅,80,登记,已交付,无名公司,单位,,,,\n3栋,,2,住宅,-80,登记,已交付,,,,,,\n",
				[]string{"8 业主 IMPORT_ORGANIZATION_UNKNOWN", "9 建筑面积 OUT_OF_RANGE"}},
		} {
			s.Run(name, func(*testing.T) { s.refusesList(s.in(c.list), c.want...) })
		}
		silent := s.takes(strings.NewReplacer("张三,,李四,李四", ",,,", "三湘置业,单位", ",").Replace(smallList))
		if silent.Summary.Unchanged != 6 || silent.Summary.NewOwnerships != 0 {
			t.Errorf("what is left blank is not said, and it made %+v", silent.Summary)
		}
	})
}

func TestImportOfOwnersOnly(t *testing.T) {
	eachShelf(t, func(s *shelf) {
		s.developer()
		bare := strings.NewReplacer("张三,,李四,李四", ",,,", "王伟,,,,,1234", ",,,,,", "王伟,,,,,123X", ",,,,,", "三湘置业,单位", ",", "张三,,李四", ",,").Replace(smallList)
		if p := s.takes(bare); p.Summary.NewPersons != 0 || p.Summary.WithoutOwner != 6 {
			t.Fatalf("without owners: %+v", p.Summary)
		}
		if p := s.takes(smallList); p.Summary.NewUnits != 0 || p.Summary.NewOwnerships != 7 || p.Summary.NewPersons != 4 {
			t.Errorf("owners: %+v", p.Summary)
		}
	})
}

func TestImportCannotTell(t *testing.T) {
	eachShelf(t, func(s *shelf) {
		s.developer()
		s.organization(schema.OrganizationKindOther, "三湘置业", ident.Nil, s.community)
		s.area(schema.AreaKindBuilding, "2栋", s.estate)
		s.area(schema.AreaKindBuilding, "２栋", s.estate)
		for _, number := range []string{"8-1", "8-2"} { // two persons of one name, each with a flat
			p, err := s.do.RegisterOwnership(s.registrar, command.RegisterOwnershipInput{UnitID: s.unit(number), PersonID: person(s.person("孙七")), From: on("2020-01-01")})
			done(s.town, p, err)
		}
		both := ",,8-1,住宅,89.5,登记,已交付,孙七,,,,,\n,,8-2,住宅,89.5,登记,已交付,孙七,,,,,\n"
		s.refusesList(s.in(smallList), "5 楼栋 IMPORT_PLACE_AMBIGUOUS")
		s.refusesList(s.in(listHead+"1栋,,1,住宅,80,登记,已交付,三湘置业,单位,,,,\n"+both+",,8-3,住宅,80,登记,已交付,孙七,,,,,\n"),
			"2 业主 IMPORT_ORGANIZATION_AMBIGUOUS", "5 业主 IMPORT_OWNER_AMBIGUOUS")
		if p := s.takes(listHead + both); p.Summary.Unchanged != 2 {
			t.Errorf("both as they are: %+v", p.Summary)
		}
	})
}

func TestImportIsRefused(t *testing.T) {
	eachShelf(t, func(s *shelf) {
		s.developer()
		good := s.in(smallList)
		clerk := s.officer("别处登记员", s.organization(schema.OrganizationKindResidentsCommittee, "别处居委会", ident.Nil,
			s.area(schema.AreaKindCommunity, "别处社区", s.street)), schema.PostCategoryClerk)
		hidden, err := s.do.RegisterDocument(clerk, command.RegisterDocumentInput{Name: "x", Piece: s.piece(smallList)})
		done(s.town, hidden, err)
		with := func(change func(*command.ImportUnitsInput)) command.ImportUnitsInput {
			in := good
			change(&in)
			return in
		}
		refuses(s.town, s.do.ImportUnits, []refusal[command.ImportUnitsInput]{
			{"by a stranger", s.as(s.person("路人")), good, []fault.Code{fault.NotMandated}, ""},
			{"by the operator", s.operator, good, []fault.Code{fault.NotMandated}, ""},
			{"by the clerk of another community", clerk, good, []fault.Code{fault.NotMandated}, ""},
			{"no estate", s.registrar, with(func(in *command.ImportUnitsInput) {
				in.AreaID = ident.Area{ID: ident.New(ident.KindArea, s.store.Now())}
			}), []fault.Code{fault.NotFound}, "areaId"},
			{"into the community, before it was there", s.registrar, with(func(in *command.ImportUnitsInput) {
				in.AreaID, in.On = ident.Area{ID: s.community}, on("2019-12-31")
			}), []fault.Code{fault.WrongKind, fault.NotInForce}, "areaId"},
			{"no document", s.registrar, with(func(in *command.ImportUnitsInput) {
				in.DocumentID = ident.Document{ID: ident.New(ident.KindDocument, s.store.Now())}
			}), []fault.Code{fault.NotFound}, "documentId"},
			{"a document of somebody else", s.registrar, with(func(in *command.ImportUnitsInput) { in.DocumentID = ident.Document{ID: hidden.DocumentID} }), []fault.Code{fault.NotFound}, "documentId"},
			{"a picture", s.registrar, with(func(in *command.ImportUnitsInput) { in.DocumentID = s.file(s.registrar, "\xff\xd8\xff\xe0") }), []fault.Code{fault.ImportNoTable}, "documentId"},
		})
		if _, err := s.do.ImportUnits(s.visitor, good); err != ent.ErrUnauthenticated {
			t.Errorf("a visitor was answered %v", err)
		}
		_, err = command.New(s.store).ImportUnits(s.registrar, good)
		refusedWith(t, err, fault.DocumentsNotKept)

		mapped := s.in(strings.Replace(smallList, "房号", "门户", 1))
		s.refusesList(mapped, "1 门户 IMPORT_COLUMN_UNKNOWN", "1 房号/number IMPORT_COLUMN_MISSING")
		heading := "门户"
		mapped.Mapping = &command.ImportColumnsInput{Number: &heading}
		if p, err := s.do.ImportUnits(s.registrar, mapped); err != nil || p.Summary.NewUnits != 6 {
			t.Errorf("with the heading named: %v %v", p, err)
		}
	})
}

// TestImportTenThousandUnits measures an estate as large as they come.
func TestImportTenThousandUnits(t *testing.T) {
	const units = 10_000
	eachShelf(t, func(s *shelf) {
		var list strings.Builder
		list.WriteString(listHead)
		for i := range units {
			fmt.Fprintf(&list, "%d栋,%d单元,%d,住宅,%d.%02d,登记,已交付,业主%d,,共有人%d,,是,%04d\n", i/200, i/50%4, i, 60+i%90, i%100, i, i, i)
		}
		steps, last := 0, 0
		ctx := command.WithProgress(s.registrar, func(done, of int) {
			if steps++; done < last || done > of {
				t.Errorf("%d of %d rows after %d", done, of, last)
			}
			last = done
		})
		in := s.in(list.String())
		for _, again := range []bool{false, true} {
			p, took := s.timed(ctx, in)
			if again && p.Summary.Unchanged != units || !again && (p.Summary.NewUnits != units || p.Summary.NewOwnerships != 2*units) {
				t.Errorf("%+v", p.Summary)
			}
			t.Logf("again: %v; %d units with %d owners in %v, told in %d steps", again, p.Summary.Units, p.Summary.Owners, took, steps)
			last = 0
		}
	})
}

func (s *shelf) timed(ctx context.Context, in command.ImportUnitsInput) (*command.ImportUnitsPayload, time.Duration) {
	s.Helper()
	begun := time.Now()
	p, err := s.do.ImportUnits(ctx, in)
	took := time.Since(begun)
	if err != nil || len(p.UserErrors) > 0 {
		s.Fatalf("%v %v", err, placesOf(p))
	}
	return p, took
}
