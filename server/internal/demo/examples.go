package demo

import "sifang/server/internal/explorer"

// Examples are questions to begin with; each finds something in the demo.
func Examples() []explorer.Example {
	return []explorer.Example{
		{Title: explorer.Label{Chinese: "联动与各方", English: "Linkages and their parties"}, Query: `{
  linkages {
    edges {
      node {
        name
        area { name }
        parties(orderBy: {field: POSITION, direction: ASC}) {
          edges { node { role votes organization { name kind } } }
        }
      }
    }
  }
}`},
		{Title: explorer.Label{Chinese: "交叉任职", English: "Cross-appointments"}, Query: `{
  linkages(where: {nameContainsFold: "三方联动"}) {
    edges {
      node {
        name
        crossAppointments {
          cells {
            direction
            from { name }
            to { name }
            appointments { lapsesWithSource seat { person { name } post { title } } }
          }
        }
      }
    }
  }
}`},
		{Title: explorer.Label{Chinese: "会议、议程与通知", English: "Meetings, agendas and notices"}, Query: `{
  meetings(first: 5, orderBy: {field: STARTS_AT, direction: DESC}) {
    edges {
      node {
        title
        status
        startsAt
        acknowledgedWarnings
        quorum { met explanation }
        agendaItems(first: 3) { totalCount edges { node { title authority disposition } } }
        publications(first: 1) { edges { node { kind place postedAt } } }
      }
    }
  }
}`},
		{Title: explorer.Label{Chinese: "业委会组成", English: "Composition of owners' committees"}, Query: `{
  organizations(where: {kind: OWNERS_COMMITTEE}) {
    edges {
      node {
        name
        composition { members met findings { met needed got sentence } }
        partyMemberRatio { numerator denominator target met sentence }
      }
    }
  }
}`},
	}
}
