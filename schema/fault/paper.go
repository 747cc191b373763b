package fault

// paperTexts are the refusals about papers, ballots in conflict and counts by hand.
var paperTexts = table{}
