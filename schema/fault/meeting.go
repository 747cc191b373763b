package fault

// Refusals about proposals and meetings.
const ()

var meetingTexts = table{}
