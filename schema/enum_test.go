package schema_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sifang/schema"
)

// valued is a Go enumeration.
type valued interface{ Values() []string }

// files lists every enumeration by the file that declares it: territory.go
// holds the Go types, enum_territory.graphql what the API says about them.
var files = []struct {
	name  string
	enums []valued
}{
	{"territory", []valued{
		schema.AreaKind(""), schema.AreaLinkKind(""), schema.AreaSource(""), schema.DeliveryStatus(""),
		schema.Sex(""), schema.DeclarationKind(""), schema.VoterStatus(""),
		schema.UnitUse(""),
	}},
	{"organization", []valued{
		schema.OrganizationKind(""), schema.RelationKind(""), schema.PostCategory(""), schema.SeatKind(""),
		schema.VotingRight(""), schema.MembershipKind(""), schema.MembershipMode(""), schema.MembershipStatus(""),
		schema.EndReason(""), schema.Duty(""), schema.LinkageRole(""), schema.TermState(""),
		schema.CrossAppointmentDirection(""),
	}},
	{"meeting", []valued{
		schema.ProposalSource(""), schema.ProposalStatus(""), schema.DecisionAuthority(""), schema.MeetingKind(""),
		schema.MeetingForm(""), schema.MeetingStatus(""), schema.ConvenedUnder(""), schema.AgendaItemDisposition(""),
		schema.AttendanceMode(""), schema.WarningCode(""),
	}},
	{"vote", []valued{
		schema.Measure(""), schema.Base(""), schema.AbsentPartyPolicy(""), schema.PartyPosition(""),
		schema.BallotChoice(""), schema.VoteMethod(""), schema.BallotVisibility(""), schema.VoteStatus(""),
		schema.BallotChannel(""), schema.BallotStatus(""), schema.VerdictOutcome(""), schema.VerdictFlag(""),
		schema.VoteKind(""), schema.ElectionOutcome(""), schema.CandidateOutcome(""), schema.InvalidReason(""),
		schema.RollBasis(""), schema.DeliveryMethod(""), schema.ProxyStatus(""), schema.CandidateStatus(""),
		schema.NominationSource(""), schema.PaperBallotStatus(""), schema.CountSheetStatus(""),
		schema.RollAmendmentKind(""), schema.RollAmendmentStatus(""), schema.ObjectionStatus(""),
		schema.ObjectionRemedy(""), schema.RecusalStatus(""), schema.RecountResult(""),
	}},
	{"resolution", []valued{
		schema.ResolutionKind(""), schema.ResolutionStatus(""), schema.PublicationKind(""), schema.TaskStatus(""),
		schema.EvaluationGrade(""), schema.ChallengeKind(""), schema.ChallengeStatus(""), schema.RulingOutcome(""),
		schema.OversightKind(""),
	}},
	{"deliberation", []valued{
		schema.OpinionStance(""), schema.SpeechSide(""), schema.SpeechStatus(""), schema.MotionStatus(""),
		schema.MinutesStatus(""),
	}},
	{"procedure", []valued{schema.ProcedureRunStatus(""), schema.FilingStatus(""), schema.ProofKind(""), schema.StepState("")}},
}

// enum is an enumeration, as one of its two languages writes it.
type enum struct {
	name   string
	values []string
}

// TestGoDeclaresTheEnums keeps the table complete, and Values() true to the
// constants: a word that only one of the two knows could be stored but not
// asked for.
func TestGoDeclaresTheEnums(t *testing.T) {
	listed := map[string][]enum{}
	for _, file := range files {
		listed[file.name+".go"] = listValues(file.enums)
	}
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range sources {
		if declared := constants(t, source); !reflect.DeepEqual(declared, listed[source]) {
			t.Errorf("%s declares\n%v\nbut the table and Values() list\n%v", source, declared, listed[source])
		}
		delete(listed, source)
	}
	for source := range listed {
		t.Errorf("the table names %s, which does not exist", source)
	}
}

func TestTheAPIHasTheEnumsOfGo(t *testing.T) {
	for _, file := range files {
		t.Run(file.name, func(t *testing.T) {
			all, rest := read(load(t, file.name))
			if rest != "" {
				t.Errorf("neither an enum nor a value: %q", rest)
			}
			var got []enum
			for _, one := range all {
				got = append(got, enum{one.name, names(one.values)})
			}
			if want := listValues(file.enums); !reflect.DeepEqual(got, want) {
				t.Errorf("the API has\n%v\nbut Go has\n%v", got, want)
			}
		})
	}
}

// chinese is the term in parentheses, at the end of a description.
var chinese = regexp.MustCompile(`\([^()]*\p{Han}[^()]*\)\.$`)

func TestEveryEnumAndValueIsDescribed(t *testing.T) {
	for _, file := range files {
		all, _ := read(load(t, file.name))
		for _, one := range all {
			for _, w := range slices.Insert(one.values, 0, one.word) {
				if !chinese.MatchString(w.about) {
					t.Errorf("%s, %s: a description ends with the Chinese term in parentheses, not %q",
						one.name, w.name, w.about)
				}
			}
		}
	}
}

// A reader that overlooks what it does not understand would find everything
// in order.
func TestReaderOverlooksNothing(t *testing.T) {
	tests := []struct {
		name, text  string
		about, rest string
	}{
		{"a line", "\"Two (二).\"\nenum A {\n  \"One (一).\"\n  ONE\n}\n", "One (一).", ""},
		{"a block", "\"Two (二).\"\nenum A {\n  \"\"\"\n  One\n  (一).\n  \"\"\"\n  ONE\n}\n", "One\n  (一).", ""},
		{"no description", "\"Two (二).\"\nenum A {\n  ONE\n}\n", "", ""},
		{"an empty description", "\"Two (二).\"\nenum A {\n  \"\"\n  ONE\n}\n", "", `""`},
		{"a word in small letters", "\"Two (二).\"\nenum A {\n  one\n  ONE\n}\n", "", "one"},
		{"a comment", "# later\n\"Two (二).\"\nenum A {\n  ONE\n}\n", "", "# later"},
		{"another type", "\"Two (二).\"\nenum A {\n  ONE\n}\nscalar B\n", "", "scalar B"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, rest := read(test.text)
			if rest != test.rest {
				t.Errorf("left over: %q, want %q", rest, test.rest)
			}
			want := []described{{word{"A", "Two (二)."}, []word{{"ONE", test.about}}}}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("read %q, want %q", got, want)
			}
		})
	}
}

// word is a name with its description, described an enum with its values.
type word struct{ name, about string }

type described struct {
	word
	values []word
}

var (
	enumForm  = regexp.MustCompile(`("""[^"]+"""|"[^"\n]+")?\s*enum (\w+) \{([^{}]*)\}`)
	valueForm = regexp.MustCompile(`("""[^"]+"""|"[^"\n]+")?\s*\b([A-Z][A-Z0-9_]*)\b`)
)

// read finds the enums of a text, and what else there is in it.
func read(text string) ([]described, string) {
	var all []described
	rest := enumForm.ReplaceAllString(text, "")
	for _, found := range enumForm.FindAllStringSubmatch(text, -1) {
		one := described{word: word{found[2], plain(found[1])}}
		for _, value := range valueForm.FindAllStringSubmatch(found[3], -1) {
			one.values = append(one.values, word{value[2], plain(value[1])})
		}
		rest += valueForm.ReplaceAllString(found[3], "")
		all = append(all, one)
	}
	return all, strings.TrimSpace(rest)
}

func plain(quoted string) string { return strings.TrimSpace(strings.Trim(quoted, `"`)) }

func names(words []word) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.name
	}
	return all
}

func listValues(enums []valued) []enum {
	var all []enum
	for _, one := range enums {
		all = append(all, enum{reflect.TypeOf(one).Name(), one.Values()})
	}
	return all
}

func load(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("enum_" + name + ".graphql")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// constants lists the typed text constants of a Go file by their types.
func constants(t *testing.T, source string) []enum {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), source, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var all []enum
	ast.Inspect(file, func(node ast.Node) bool {
		spec, ok := node.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		kind, typed := spec.Type.(*ast.Ident)
		literal, text := spec.Values[0].(*ast.BasicLit)
		if !typed || !text || literal.Kind != token.STRING {
			return true
		}
		value, err := strconv.Unquote(literal.Value)
		if err != nil {
			t.Fatal(err)
		}
		if len(all) == 0 || all[len(all)-1].name != kind.Name {
			all = append(all, enum{name: kind.Name})
		}
		all[len(all)-1].values = append(all[len(all)-1].values, value)
		return true
	})
	return all
}
