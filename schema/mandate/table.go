package mandate

// table says on which grounds each verb may be done. What is not in it nobody
// may do.
var table = map[string][]Ground{
	// Territory and people.
	"registerArea":      {Operator, Registrar},
	"linkAreas":         {Operator, Registrar},
	"registerUnit":      {Registrar},
	"registerPerson":    {Operator, Registrar},
	"registerHousehold": {Registrar},
	"registerOwnership": {Registrar},
	"transferOwnership": {Registrar},
	"registerResidence": {Registrar},
	"declareInterest":   {Registrar, Oneself},

	// Organizations. The operator only sets up what no office exists for yet.
	"establishOrganization": {Operator, Registrar, Officer},
	"dissolveOrganization":  {Registrar, Officer},
	"relateOrganizations":   {Registrar, Officer},
	"coverArea":             {Registrar, Officer},
	"startTerm":             {Registrar, Officer},
	"createPost":            {Operator, Registrar, Officer},
	"proposeAppointment":    {Operator, Registrar, Officer},
	"confirmAppointment":    {Operator, Registrar, Officer},
	"declineAppointment":    {Registrar, Officer, Oneself},
	"suspendMembership":     {Registrar, Officer},
	"endMembership":         {Registrar, Officer, Oneself},
	"revokeAppointment":     {Registrar, Officer},
	"enrolMember":           {Registrar, Officer},
	"assign":                {Registrar, Officer},
	"formLinkage":           {Registrar, Officer},
	"addLinkageParty":       {Registrar, Officer},
	"authorizeDelegate":     {Officer},
	"leaveLinkage":          {Registrar, Officer},
	"endLinkage":            {Registrar, Officer},
	"adoptRuleSet":          {Operator, Registrar, Officer},
	"publish":               {Operator, Registrar, Officer},

	// Proposals.
	"submitProposal":   {SignedIn},
	"acceptProposal":   {Registrar, Officer},
	"declineProposal":  {Registrar, Officer},
	"withdrawProposal": {Registrar, Oneself},

	// Meetings.
	"draftMeeting":       {Officer},
	"correctMeeting":     {Officer},
	"addAgendaItem":      {Officer},
	"withdrawAgendaItem": {Officer},
	"callMeeting":        {Officer},
	"amendNotice":        {Officer},
	"cancelMeeting":      {Officer},
	"openMeeting":        {Officer, Presiding},
	"adjournMeeting":     {Officer, Presiding},
	"closeMeeting":       {Officer, Presiding},
	"checkIn":            {Officer, Presiding, Oneself},
	"checkOut":           {Officer, Presiding, Oneself},
	"carryOverItem":      {Officer, Presiding},
	"noteItem":           {Officer, Presiding},
	"referItem":          {Officer, Presiding},

	// Votes and resolutions.
	"draftVote":       {Officer, Presiding},
	"correctVote":     {Officer, Presiding},
	"freezeRoll":      {Officer, Presiding},
	"openVote":        {Officer, Presiding},
	"castBallots":     {Oneself},
	"closeVote":       {Officer, Presiding},
	"finalizeVote":    {Officer, Presiding},
	"voidVote":        {Officer},
	"issueResolution": {Officer},
}
