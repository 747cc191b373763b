package printout

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"time"

	"sifang/schema"
	"sifang/schema/ident"
)

// page is one kind of page.
type page struct {
	Name  string // in its address
	Title string
	Of    ident.Kind // what its identifier names
	About string     // who needs it, and when
	// calls tells whether it goes through a roll, entry by entry; nil where it
	// never does.
	calls func(subject map[string]any) bool
	// unready tells why there is nothing to print yet; nil where there always is.
	unready func(subject map[string]any) string
}

// pages are all kinds, in the order in which a meeting needs them.
var pages = []page{
	{"notice", "会议公告", ident.KindMeeting, "召集会议时张贴、送达", nil, nil},
	{"delivery", "送达登记表", ident.KindMeeting, "按楼栋、单元逐户送达时填写", always, nil},
	{"ballots", "表决票", ident.KindMeeting, "按名册逐户印制，一张载明全部表决事项", always, nil},
	{"sign-in", "签到表", ident.KindMeeting, "现场会议入口处签到", many, noSitting},
	{"counting", "计票表", ident.KindVote, "公开计票时唱票、记票、签字", nil, nil},
	{"result", "表决结果公告", ident.KindVote, "计票结束后张贴", nil, noResult},
	{"minutes", "会议记录", ident.KindMinutes, "会后核对、签字、存档", nil, nil},
	{"resolution", "决议", ident.KindResolution, "决议公示、备案", nil, nil},
}

func always(map[string]any) bool { return true }

// many tells whether those called to a meeting are known by a roll, rather than
// by the posts they hold or the parties they stand for.
func many(meeting map[string]any) bool {
	return meeting["kind"] == string(schema.MeetingKindAssembly) || meeting["kind"] == string(schema.MeetingKindResidents)
}

func noSitting(meeting map[string]any) string {
	if meeting["form"] == string(schema.MeetingFormWritten) {
		return "书面征求意见不设会场，无须签到。"
	}
	return ""
}

func noResult(vote map[string]any) string {
	if vote["verdict"] == nil {
		return "表决尚无结果，或者结果不对您公开。"
	}
	return ""
}

func named(name string) (page, bool) {
	for _, p := range pages {
		if p.Name == name {
			return p, true
		}
	}
	return page{}, false
}

//go:embed pages
var embedded embed.FS

// question is the document that a page asks, or part of it.
func question(name string) string {
	text, err := embedded.ReadFile("pages/" + name + ".graphql")
	if err != nil {
		return "" // asked, it is refused as no document; a test asks them all
	}
	return string(text)
}

// sheet is what a template is given.
type sheet struct {
	Page    page
	Subject map[string]any // what the identifier names, as the API answered it
	Rolls   []calls        // where the page goes through rolls
	Base    string         // the address of the service
	Printed time.Time
	Wrong   string // why there is nothing to show
	Asked   string // the identifier as it was asked for
	Style   template.CSS
}

// Link is the address of the page itself.
func (s sheet) Link() string {
	return fmt.Sprintf("%s%s/%s/%v", s.Base, Prefix, s.Page.Name, s.Subject["id"])
}

// print writes the page.
func (s sheet) print(w io.Writer, name string) error {
	s.Style = style
	all, err := template.New("layout.html").Funcs(words).Option("missingkey=error").
		ParseFS(embedded, "pages/layout.html", "pages/parts.html", "pages/"+name+".html")
	if err != nil {
		return err
	}
	return all.Execute(w, s)
}
