// Package recount counts a vote a second time, from the file that was kept of
// it, and says in which figures the verdict and the recount differ. Whoever
// does not trust the service that held the vote takes the file home and counts
// there, with this program or with one of their own.
//
// It shares no code with package tally, which counts first, and works in
// another way on purpose: ballots are sorted instead of looked up, those who
// are for and against are sets of entries instead of sums, shares are compared
// as rational numbers. A mistake in one counter is therefore seen by the other.
//
//	result, differences, err := recount.Check(file)
//
// What follows describes the file completely, so that a third counter can be
// written from it. It is one JSON object in UTF-8 ([Format]). Numbers are
// integers; instants are RFC 3339 texts; fields that are absent are zero, empty
// or false unless they are said to be required. No object has a field twice.
// This reader also refuses every field of rule and count that is not named
// here: a condition that a counter does not know is one that it would not apply.
//
// # The file
//
//	format    "sifang/vote/v1"; required
//	vote      required: id, question, kind (MOTION, CHOICE, ELECTION) required;
//	          method (NAMED, SHOW_OF_HANDS, SECRET_PAPER), opened, closed
//	rollHash  the root over the salted entries of the roll when it was frozen;
//	          the salts are not in the file, so it is for comparison only
//	rule      the rule that the vote pinned; required
//	count     the roll, and what was handed in; required
//	verdict   what the vote was said to have come to; required
//
// # The rule
//
// Not needed for counting, and read by nobody here: title, source, validFrom,
// validTo, binding, laid, proxies, inPerson, visibility, window. The others:
//
//	code, version        name the rule; required
//	class                ORDINARY, SPECIAL or UNANIMOUS
//	quorum               a clause: what must be there before anything is decided
//	approval             a clause: how many must agree; required
//	tie                  ESCALATE, RETABLE or CASTING_VOTE
//	parties              position (DELEGATE, MEMBERS_MAJORITY), absent (BLOCKS,
//	                     LEAVES_BASE, COUNTED_AS_CONSENT_AFTER_NOTICE), consentDays
//	conditions           a list of code and lacking (BLOCKS, FLAGS); title, source
//	conflicts            a list; only whether it is empty matters
//	election             see below; present exactly in rules for elections
//	distinctPersonsMin   how many different people must be there
//	agendaMustBeNoticed  required
//	lateArrivalsVote     required
//	recused              inBase (required), countAsPresent
//	invalidBallots       EXCLUDED (if absent) or TAKE_PART
//	deemed               direction (FOLLOW_MAJORITY, ABSTAIN), countsTowardQuorum;
//	                     basis, which is not read
//	channelPrecedence    FIRST_PREVAILS (if absent), ONLINE_PREVAILS, PAPER_PREVAILS
//	recast               NEVER (if absent) or UNTIL_CLOSE
//
// A clause is an object with exactly one of these fields:
//
//	all, any  a list of clauses: every one must be met, or at least one
//	kOf       k and of: at least k of the clauses must be met
//	share     count, measure, base, compare (AT_LEAST, MORE_THAN), fraction (num,
//	          den): what is counted is more than nothing, and at least, or more
//	          than, num/den of the base
//	number    count, measure, least: what is counted is at least so much
//	limit     count (AGAINST), measure, base, fraction: what is counted is at most
//	          num/den of the base; nothing of nothing is within every limit
//
// A leaf may have among, with a code (and a title): it then looks only at
// entries, or parties, whose groups hold that code. A quorum counts PRESENT or
// PARTICIPATING, an approval FOR. Measures are HEADS, AREA (in 0.01 m²), SEATS,
// HOUSEHOLDS and WEIGHT, which are summed over entries, and PARTIES, which are
// counted. The bases are explained below.
//
// An election has ranking (a list of measures), secondTie (LEAVE_VACANT,
// VOTE_AGAIN), marksAtMostSeats, moreCandidatesThanSeats, leastSeats, leastShare
// (compare, fraction), and alternates (mostPerSeat, mustQualify).
//
// # The count
//
//	seats, incumbents, due  the bases ALL_SEATS, INCUMBENTS and DUE
//	parties                 id, groups: the voting parties, in their order
//	kind                    as in vote; MOTION if absent
//	options                 id, none (at most one: none of the others), name
//	mostMarks               how many options a paper may mark
//	fill, standBy           seats, and places for alternates, of an election
//	tieBreak                an election between those who were tied before
//	chair                   the person whose ballot breaks a tie
//	fulfilled               codes of the conditions that are fulfilled
//	written                 a vote without a sitting
//	open                    whether ballots may still come in; not needed
//	noticed                 the item was on the published agenda
//	roll                    entries, see below
//	ballots                 ballots, see below
//	sheets                  counts by hand, instead of ballots
//	settled                 entry, person: who speaks for an entry
//	consent                 noticedAt, deadline, now, and replies (party, objects,
//	                        at) of absent parties
//	flags                   flags raised before the count
//
// An entry of the roll has id (required), party, groups, building, served;
// voters: person (required), arrival (AT_OPENING, LATE, or absent), recused;
// weights: heads, area, seats, households, weight; amended: added, removed,
// before (weights). A ballot has id, entry and person (required), choice (FOR,
// AGAINST, ABSTAIN), marks (a list of options), agent, channel (ONLINE if absent,
// HALL, PAPER), at, invalid (why the paper is spoilt). A sheet has id, issued,
// returned, blank, invalid, for, against, abstain, and marks: option, papers.
//
// # Which ballots count
//
// Ballots that are equal in everything are one. A ballot is set aside for the
// first of these reasons that holds: NOT_ON_ROLL, its entry is not on the roll,
// was removed, or does not name the person; RECUSED, the person had to step
// aside; NOT_PRESENT, in a sitting, the person was absent, or late under a rule
// that admits nobody late; SPOILT, invalid says so; NOT_A_CHOICE, a motion has
// no choice, or in other votes there is no mark, an unknown or repeated one, or
// the option for none beside others; TOO_MANY_MARKS, there are more marks
// than mostMarks, which if absent is one, and in an election fill; where
// marksAtMostSeats says so, it is never more than fill.
//
// Of several ballots left for one entry by one person, those without an agent
// go before those with one. Then one channel goes before the other, HALL being
// paper: the one that channelPrecedence names, or that of the earliest ballot
// (if the earliest came on both, neither). Then the earliest ballot counts, of
// these the one with the lowest id; under UNTIL_CLOSE the latest, and the
// highest id. The others are SUPERSEDED. Ballots alike in all this count once
// if they say the same, and are CONFLICTED if they do not.
//
// Of several persons of one entry, the one named in settled counts, if a ballot
// of theirs is left, and the others are SUPERSEDED. Otherwise they count as one
// vote if they all say the same, and are CONFLICTED if not. Where the rule has
// parties, this does not hold for entries of a party: each of their ballots is
// a voice, and the entry says what all of them say, or, under MEMBERS_MAJORITY,
// more than half of them; otherwise it is divided.
//
// # What is counted
//
// VALID are the entries with a ballot that counts. SPOILT papers and those with
// too many marks are invalid: an entry is invalid if it has such a paper and
// no ballot that was left to count, even if that was then set aside.
// PARTICIPATING are the valid ones, the invalid ones under TAKE_PART, and the
// silent ones that are counted (below). PAPERS_CAST are the entries from which
// an entitled person handed in anything at all.
//
// An entry is recused if it has voters and all of them are. In a sitting it is
// PRESENT if a voter arrived (late ones only if late arrivals vote) who is not
// recused; a recused entry of which somebody arrived is present for a count if
// countAsPresent, and for a base if inBase. In a written vote those are present
// who take part. DistinctPersonsMin counts persons: those who arrived and may
// vote (or countAsPresent), and in a written vote those whose ballot counts. It
// stands in the quorum as a further part, of kind PERSONS.
//
// The base ON_ROLL is the roll, ALL_SEATS, INCUMBENTS and DUE are the stated
// numbers; unless inBase, an approval takes recused entries off all four, a
// quorum never. CAST_FOR_OR_AGAINST are those who are for or against. A base of
// PARTIES is: for ALL_SEATS all of them, in an approval without the recused
// unless inBase and without the absent under LEAVES_BASE; for PRESENT those who
// are there (recused ones in a quorum, or if inBase) or voted or answered; for
// CAST_FOR_OR_AGAINST those who said so; and otherwise those who voted or
// answered. A quorum counts as participating those who voted.
//
// A party says what all ballots of its entries say, or more than half of them
// under MEMBERS_MAJORITY, and is DIVIDED otherwise. Without a ballot it is RECUSED
// if it has voters and all of them are, or if only recused ones are there;
// ABSTAIN if somebody is there; and ABSENT. In a motion with consentDays an absent
// party has an answer: that of its last reply until now and before the deadline,
// an objection prevailing at the same instant (CONSENTED, OBJECTED); without one
// AWAITED until the deadline, or as long as there is none; then DEEMED_CONSENT
// under COUNTED_AS_CONSENT_AFTER_NOTICE, and SILENT. Consent counts as FOR, an
// objection as AGAINST.
//
// Silent is an entry that is not recused and handed in nothing. Under deemed, in
// a motion that was not counted by hand, silent entries that were served and
// have voters count as FOR, if in every measure of the approval more is for than
// against, as AGAINST if less is, and as ABSTAIN otherwise or if direction says
// so. They take part and stand in every base of those who voted; in the quorum
// only if countsTowardQuorum.
//
// By hand, every paper is one entry that weighs one in each measure of the rule;
// nobody knows which, so that notCast is the roll less the valid papers. Blank and
// invalid papers are invalid. Without issued and returned papers it was a show of
// hands. Areas, parties and groups cannot be counted by hand, nor can votes that
// weigh anything but one. There are no more papers than entries that could vote,
// and in a sitting that are present.
//
// # What it comes to
//
// In this order: VOID if the agenda must be noticed and was not; NOT_QUORATE if
// the quorum is not met. A motion is then ADOPTED if the approval is met though
// every awaited party objects; PENDING_CONSENT if it is met when they consent;
// tied, if the rule has a policy for ties and in every measure of the approval
// as much is against as for, and not nothing; and REJECTED. A tie is TIED, unless
// under CASTING_VOTE the ballots of the chair that count are all against (REJECTED)
// or all for: then the approval is measured once more with one voice more in favour,
// which also enlarges the bases PARTICIPATING, VALID, PAPERS_CAST and
// CAST_FOR_OR_AGAINST, and PRESENT in a written vote, and it is ADOPTED or REJECTED
// by that. What would be ADOPTED or PENDING_CONSENT is REJECTED if
// a condition is not fulfilled whose lacking BLOCKS.
//
// Between options the approval is measured for each: FOR are those who mark it.
// Whoever marks an option other than none is for, and whoever marks none is
// against, in the votes by option and for limits. Options other than none that
// reach the approval are ranked by what is for them in the measures of the
// approval, in an election in those of its ranking; equals share a rank. After
// that comes, unranked, who did not reach it.
//
// A choice is REJECTED if none is ranked or a condition blocks. It is TIED, and
// so are the options, if papers may mark one and two share rank one; otherwise
// ADOPTED, and all ranked options are ELECTED.
//
// In an election with tieBreak everybody but none is ranked. The first are
// ELECTED as long as all of one rank find seats. If a rank does not, its members
// are TIED (TIE_BREAK_REQUIRED, outcome TIED), or, in a tieBreak under
// LEAVE_VACANT, nobody further is elected (ESTABLISHED_WITH_VACANCIES). If all
// seats are filled it is ESTABLISHED; if at least one is, and leastSeats, and
// leastShare of them, ESTABLISHED_WITH_VACANCIES; otherwise, or if a condition
// blocks, NOT_ESTABLISHED, REJECTED, and nobody is elected; the first two are
// ADOPTED. Under alternates those behind are ALTERNATE by rank, and without
// mustQualify after them the unranked by their votes: at most standBy, at most
// mostPerSeat for each seat if that is not zero, less one place for each loser
// of a tie; equals who do not all find a place have none, nor has anybody
// behind them. A seat left vacant has no alternates.
//
// Flags are those given; SPLIT_MAJORITY, in a motion, if more is for in one
// measure of the approval and more against in another; RULE_CONFLICT if the rule
// has conflicts; PROCEDURAL_DEFECT if a condition is not fulfilled whose lacking
// FLAGS; DEEMED_DECISIVE if the outcome would differ without deemed votes, and
// then NEEDS_REVIEW if the class is neither empty nor ORDINARY.
//
// # The verdict
//
// Compared are: rule (code, version), outcome, election, flags, lacking;
// options (for, against, abstain, divided, notCast), invalid, deemed (countedAs,
// served, unserved: the silent), each a sum of entries and weights, deemed
// votes staying notCast; buildings in the order of the roll, if any has a name
// and ballots were not counted by hand; parties (position, answer, ballots);
// choices (option, for, approval, rank, outcome); quorum and approval; otherwise,
// which has reading, outcome, quorum and approval: WITHOUT_DEEMED_VOTES under
// deemed, INVALID_TAKING_PART or INVALID_EXCLUDED if there are invalid papers, and
// ROLL_AS_FROZEN if an entry was amended, on the roll with removed entries,
// without added ones, and with the weights before. Of setAside the number for
// each reason is compared. The rest, such as explanation and margins, is not.
//
// A measured clause has kind (ALL, ANY, K_OF, SHARE, NUMBER, LIMIT, PERSONS, or
// NOTHING), met, got, whole and parts: of a leaf what was counted and the base
// (zero for a number); of a combination how many parts are met and how many
// there are. Parties that may still consent are not counted as consenting. The
// approval of a vote between options is that of the first one, in the order of
// ranks, that reached it, and if none did, of the first.
package recount
