package fault

// proxyTexts are the refusals about voting for others.
var proxyTexts = table{}
