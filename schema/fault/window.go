package fault

// windowTexts are the refusals about how long a vote is open, objections and recusals.
var windowTexts = table{}
