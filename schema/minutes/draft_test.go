package minutes

import (
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"sifang/schema"
)

var update = flag.Bool("update", false, "write the pages of testdata anew")

func at(minutes int) time.Time {
	return time.Date(2026, 6, 8, 11, 0, 0, 0, time.UTC).Add(time.Duration(minutes) * time.Minute)
}

// joint is a joint meeting with everything that may be recorded of one.
func joint() Record {
	return Record{
		Title: "六月联席会议", Kind: schema.MeetingKindJoint, Form: schema.MeetingFormHybrid, Under: schema.ConvenedUnderRegular,
		Convener: "新塘里社区党总支", Linkage: "三湘鑫苑四方联动", Venue: "社区议事厅", Opened: at(0), Closed: at(95), Chair: "李书记",
		Attendees: []Attendee{
			{Name: "李书记", For: "新塘里社区党总支", Votes: true, Stays: []Stay{{From: at(0)}}},
			{Name: "王主任", For: "三湘鑫苑业委会", Votes: true, Stays: []Stay{{From: at(1), To: at(30)}, {From: at(41), To: at(95), Remote: true}}},
			{Name: "赵工", Stays: []Stay{{From: at(2), To: at(9 * 60)}}},
		},
		Others: Others{Voting: 1, Observing: 2},
		Quorum: []string{"应到会的各方过半数到会。", "4 方中有 3 方到会。"}, QuorumAt: at(50),
		Items: []Item{{
			Position: 1, Title: "重划停车线", Aside: []string{"孙经理", "", ""},
			Opinions: []Opinion{
				{Of: "双马街道办事处", Due: at(-60), Given: at(-90), Stance: schema.OpinionStanceConditional, Text: "须预留消防通道。"},
				{Of: "市政管网单位", Due: at(-60)},
				{Of: "安居物业", Due: at(-60), Given: at(-30), Stance: schema.OpinionStanceNoComment, Text: "没有其他意见。"},
			},
			Speeches: []Speech{
				{Who: "王主任", For: "三湘鑫苑业委会", Side: schema.SpeechSideFor, Took: 95 * time.Second},
				{Side: schema.SpeechSideNeutral, Took: 2 * time.Minute},
				{Who: "赵工", Side: schema.SpeechSideAgainst},
			},
			Motions: []Motion{
				{Number: 1, Mover: "王主任", Seconded: true, Seconder: "李书记", Text: "重划北侧停车线。", Reads: "重划北侧停车线，\n预留消防通道。", Status: schema.MotionStatusAdopted},
				{Number: 2, Amends: 1, Mover: "李书记", Seconded: true, Seconder: "王主任", Text: "重划北侧停车线，\n预留消防通道。", Status: schema.MotionStatusAdopted},
				{Number: 3, Text: "另行研究。", Status: schema.MotionStatusMoved},
			},
			Votes: []Vote{
				{Question: "是否同意修正案？", Motion: 2, Method: schema.VoteMethodNamed, Opened: at(50), Closed: at(55), Status: schema.VoteStatusFinal,
					Verdict: []string{"表决结果：通过。", "4 方均须同意，同意的有 4 方，符合要求。"}},
				{Question: "是否同意动议？", Motion: 1, Method: schema.VoteMethodShowOfHands, Opened: at(60), Status: schema.VoteStatusOpen},
				{Question: "是否休会？", Status: schema.VoteStatusVoid},
			},
			Disposition: schema.AgendaItemDispositionDecided, Note: "由物业落实",
			Resolutions: []Resolution{{Year: 2026, Serial: 3, Kind: schema.ResolutionKindDecision, Title: "关于重划停车线的决议", Text: "重划北侧停车线，\n预留消防通道。"}},
		}, {Position: 2, Title: "物业季度报告", Disposition: schema.AgendaItemDispositionNoted}},
	}
}

func TestDraft(t *testing.T) {
	quiet := Record{
		Title: "业主大会会议", Kind: schema.MeetingKindAssembly, Form: schema.MeetingFormWritten, Under: schema.ConvenedUnderPetition,
		Convener: "三湘鑫苑业主大会", Starts: at(0), Ends: at(10 * 24 * 60),
	}
	sitting := joint()
	sitting.Closed, sitting.Attendees, sitting.Others, sitting.Quorum, sitting.Items = time.Time{}, nil, Others{}, nil, nil
	planned := sitting
	planned.Opened, planned.Starts = time.Time{}, at(0)
	for name, r := range map[string]Record{"joint": joint(), "written": quiet, "begun": sitting, "planned": planned} {
		t.Run(name, func(t *testing.T) {
			page, got := "testdata/"+name+".txt", Draft(r)
			if *update {
				if err := os.WriteFile(page, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s reads\n%s", page, got)
			}
			if again := Draft(r); again != got {
				t.Error("the same record reads otherwise the second time")
			}
		})
	}
}

// Nobody is named whom the record does not name, and every word of the API has
// its Chinese one.
func TestDraftLeavesNothingUnsaid(t *testing.T) {
	text := Draft(joint())
	for _, code := range []string{"JOINT", "FOR", "ADOPTED", "DECIDED", "NAMED", "：，", "（）", "：\n", "%!"} {
		if code == "：\n" {
			text = strings.ReplaceAll(strings.ReplaceAll(text, "出席：\n", ""), "修正后的文本：\n", "")
		}
		if strings.Contains(text, code) {
			t.Errorf("the minutes hold %q:\n%s", code, text)
		}
	}
}
