package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/enttest"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// registry is an estate and somebody who keeps the register of its community.
type registry struct {
	*forum
	estate, clerk, stranger string
	directory               string
	environment             []string
}

func newRegistry(t *testing.T, database string) *registry {
	t.Helper()
	f := &forum{TB: t, ago: posted}
	f.store = enttest.Open(t, ent.Config{URL: database, Now: func() time.Time { return time.Now().Add(-f.ago) }})
	f.do = command.New(f.store)
	t.Cleanup(f.do.Close)
	street := did(f, ident.Nil, f.do.RegisterArea, command.RegisterAreaInput{Kind: schema.AreaKindStreet, Name: "双马街道"}).AreaID
	community := ident.Area{ID: did(f, ident.Nil, f.do.RegisterArea, command.RegisterAreaInput{
		Kind: schema.AreaKindCommunity, Name: "新塘里社区", ParentID: &ident.Area{ID: street},
	}).AreaID}
	estate := did(f, ident.Nil, f.do.RegisterArea, command.RegisterAreaInput{
		Kind: schema.AreaKindEstate, Name: "三湘鑫苑", ParentID: &community,
	}).AreaID
	committee := ident.Organization{ID: did(f, ident.Nil, f.do.EstablishOrganization, command.EstablishOrganizationInput{
		Kind: schema.OrganizationKindResidentsCommittee, Name: "新塘里社区居委会", AreaID: &community,
	}).OrganizationID}
	seat := f.seats(community, committee, schema.PostCategoryClerk, 1)[0]
	f.ago = 0
	did(f, ident.Nil, f.do.ConfirmAppointment, command.ConfirmAppointmentInput{MembershipID: seat})
	stranger := did(f, ident.Nil, f.do.RegisterPerson, command.RegisterPersonInput{Name: "路人"}).PersonID
	return &registry{
		forum: f, estate: estate.String(), clerk: f.members[0].String(), stranger: stranger.String(),
		directory: t.TempDir(), environment: []string{"SIFANG_DATABASE_URL=" + database},
	}
}

// list writes a file to be taken in.
func (r *registry) list(name, text string) string {
	r.Helper()
	path := filepath.Join(r.directory, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		r.Fatal(err)
	}
	return path
}

const twoFlats = "楼栋,房号,建筑面积,面积依据,交付状态,业主\n1栋,101,89.5,登记,已交付,张三\n1栋,102,75,登记,已交付,李四\n"

func TestImport(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		r := newRegistry(t, database)
		r.environment = append(r.environment, "SIFANG_DOCUMENTS="+filepath.Join(r.directory, "files"))
		good := r.list("good.csv", twoFlats)
		bad := r.list("bad.csv", strings.Replace(twoFlats, "75,", "-75,", 1)+"1栋,101,1,登记,已交付,\n")
		picture := r.list("scan.csv", "\xff\xd8\xff\xe0")
		for _, c := range []struct {
			name      string
			arguments []string
			code      int
			says      []string
			units     int
		}{
			{"tried", []string{"--as", r.clerk, "--file", good, "--dry-run"}, 0, []string{"new units: 2", "new persons: 2", "area in m²: 164.50"}, 0},
			{"by a stranger", []string{"--as", r.stranger, "--file", good}, 1, []string{"NOT_MANDATED"}, 0},
			{"with faults", []string{"--as", r.clerk, "--file", bad}, 1,
				[]string{"line 3 建筑面积: This must lie between 0.01 and 1000000.00. OUT_OF_RANGE", "line 4 房号:", "documentId: There are 2 faults", "nothing was taken in"}, 0},
			{"a picture", []string{"--as", r.clerk, "--file", picture}, 1, []string{"IMPORT_NO_TABLE"}, 0},
			{"taken in", []string{"--as", r.clerk, "--file", good, "--on", day.Of(time.Now()).String()}, 0, []string{"new units: 2", "new buildings: 1"}, 2},
			{"again", []string{"--as", r.clerk, "--file", good}, 0, []string{"new units: 0", "unchanged: 2"}, 2},
		} {
			output, code := run(t, r.directory, r.environment, append([]string{"import", "--lang", "en", "--estate", r.estate}, c.arguments...)...)
			if code != c.code {
				t.Errorf("%s: exit %d", c.name, code)
			}
			for _, words := range c.says {
				if !strings.Contains(output, words) {
					t.Errorf("%s: %q is not in %s", c.name, words, output)
				}
			}
			ctx := ent.Unguarded(t.Context())
			if n := r.store.Read().Unit.Query().CountX(ctx); n != c.units {
				t.Errorf("%s: %d units", c.name, n)
			}
		}
		// One of the list that was taken in, one of each that was refused.
		if n := r.store.Read().Document.Query().CountX(ent.Unguarded(t.Context())); n != 4 {
			t.Errorf("%d documents", n)
		}
	})
}

func TestImportThatCannotBegin(t *testing.T) {
	directory := t.TempDir()
	list := filepath.Join(directory, "list.csv")
	if err := os.WriteFile(list, []byte(twoFlats), 0o600); err != nil {
		t.Fatal(err)
	}
	const nobody = "019e80b1-da80-8004-8000-7123e5635545"
	const nowhere = "019e80b1-da80-8001-8000-7123e5635545"
	for name, c := range map[string]struct {
		environment []string
		arguments   []string
		code        int
		says        string
	}{
		"in nobody's name": {nil, []string{"--estate", nowhere, "--file", list}, 2, "--as"},
		"no person":        {nil, []string{"--estate", nowhere, "--file", list, "--as", nowhere}, 1, "identifier of a person"},
		"no area":          {nil, []string{"--estate", nobody, "--file", list, "--as", nobody}, 1, "identifier of an area"},
		"no such area":     {nil, []string{"--estate", nowhere, "--file", list, "--as", nobody}, 1, "no area"},
		"no day":           {nil, []string{"--estate", nowhere, "--file", list, "--as", nobody, "--on", "heute"}, 1, "--on"},
		"no file":          {nil, []string{"--estate", nowhere, "--file", list + "x", "--as", nobody}, 2, "list.csvx"},
		"no limit":         {[]string{"SIFANG_DOCUMENT_LIMIT=0"}, []string{"--estate", nowhere, "--file", list, "--as", nobody}, 2, "1 to 1024 MiB"},
		"nowhere to keep it": {[]string{"SIFANG_DATABASE_URL=postgres://127.0.0.1:1/x"}, []string{"--estate", nowhere, "--file", list, "--as", nobody},
			1, "SIFANG_DOCUMENTS"},
	} {
		t.Run(name, func(t *testing.T) {
			output, code := run(t, directory, c.environment, append([]string{"import"}, c.arguments...)...)
			if code != c.code || !strings.Contains(output, c.says) {
				t.Errorf("exit %d, want %d; said %.400s", code, c.code, output)
			}
		})
	}
}
