package fault

// documentTexts are the refusals about files and what is taken in from them.
var documentTexts = table{}
