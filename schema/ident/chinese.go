package ident

var chineseNames = map[Kind]string{
	KindArea:                 "区域",
	KindAreaLink:             "区域关联",
	KindUnit:                 "专有部分",
	KindPerson:               "人员",
	KindHousehold:            "户",
	KindResidence:            "居住登记",
	KindOwnership:            "产权登记",
	KindDeclaration:          "申报",
	KindOrganization:         "组织",
	KindOrganizationRelation: "组织关系",
	KindOrganizationArea:     "组织覆盖",
	KindTerm:                 "届",
	KindPost:                 "职务",
	KindMembership:           "任职或归属",
	KindAssignment:           "分包",
	KindLinkage:              "联动",
	KindLinkageParty:         "联动方",
	KindPartyDelegate:        "授权代表",
	KindRuleSet:              "规则",
	KindProposal:             "议案",
	KindMeeting:              "会议",
	KindAgendaItem:           "议题",
	KindAttendance:           "出席记录",
	KindRoll:                 "名册",
	KindRollEntry:            "名册条目",
	KindVote:                 "表决",
	KindBallot:               "表决票",
	KindVerdict:              "裁定",
	KindResolution:           "决议",
	KindPublication:          "公示",
	KindAuditEvent:           "操作记录",
}

// Chinese is how the register calls a thing of this kind in Chinese.
func (k Kind) Chinese() string { return chineseNames[k] }
