// Made by go generate from soc2.defs.json, sha256 88ab31c37e02edb81d391262b80ab1d1b1587eb7785d5fcec6b7065108c20a0e.

/**
 * Any root document; its kind tells which.
 */
export type Soc2Document = Conclusions | Deliverable | Engagement | Fieldwork | Program;
/**
 * Indicated is the opinion that the record indicates for one subject. It is not an opinion that anybody gave: see PractitionerOpinion for that.
 *
 * "undecided": a result or a needed decision is missing from the record
 * "not-applicable": the type of report does not cover the subject
 */
export type Indicated = 'unmodified' | 'qualified' | 'adverse' | 'disclaimer' | 'undecided' | 'not-applicable';
/**
 * ExaminationSubject is one of the three subject matters, each with an opinion of its own.
 *
 * "description": the description of the system, against the description criteria
 * "design": suitability of the design of controls
 * "operating": operating effectiveness of controls; type 2 only
 */
export type ExaminationSubject = 'description' | 'design' | 'operating';
/**
 * A CriterionID names one of the 61 trust services criteria, such as CC6.1 or PI1.3. A later edition may have further ones.
 *
 * A later minor version may have further values.
 */
export type CriterionID =
  | 'CC1.1'
  | 'CC1.2'
  | 'CC1.3'
  | 'CC1.4'
  | 'CC1.5'
  | 'CC2.1'
  | 'CC2.2'
  | 'CC2.3'
  | 'CC3.1'
  | 'CC3.2'
  | 'CC3.3'
  | 'CC3.4'
  | 'CC4.1'
  | 'CC4.2'
  | 'CC5.1'
  | 'CC5.2'
  | 'CC5.3'
  | 'CC6.1'
  | 'CC6.2'
  | 'CC6.3'
  | 'CC6.4'
  | 'CC6.5'
  | 'CC6.6'
  | 'CC6.7'
  | 'CC6.8'
  | 'CC7.1'
  | 'CC7.2'
  | 'CC7.3'
  | 'CC7.4'
  | 'CC7.5'
  | 'CC8.1'
  | 'CC9.1'
  | 'CC9.2'
  | 'A1.1'
  | 'A1.2'
  | 'A1.3'
  | 'C1.1'
  | 'C1.2'
  | 'PI1.1'
  | 'PI1.2'
  | 'PI1.3'
  | 'PI1.4'
  | 'PI1.5'
  | 'P1.1'
  | 'P2.1'
  | 'P3.1'
  | 'P3.2'
  | 'P4.1'
  | 'P4.2'
  | 'P4.3'
  | 'P5.1'
  | 'P5.2'
  | 'P6.1'
  | 'P6.2'
  | 'P6.3'
  | 'P6.4'
  | 'P6.5'
  | 'P6.6'
  | 'P6.7'
  | 'P7.1'
  | 'P8.1';
/**
 * A DescriptionID names one of the nine criteria that a system description is measured against: "DC1" to "DC9" in documents, DC 1 to DC 9 in prose.
 */
export type DescriptionID = 'DC1' | 'DC2' | 'DC3' | 'DC4' | 'DC5' | 'DC6' | 'DC7' | 'DC8' | 'DC9';
/**
 * A Category is one of the five trust services categories.
 *
 * "security": met by the common criteria alone
 * "availability": adds A1
 * "confidentiality": adds C1
 * "processing-integrity": adds PI1
 * "privacy": adds P1 to P8
 */
export type Category = 'security' | 'availability' | 'confidentiality' | 'processing-integrity' | 'privacy';
/**
 * CriterionStatus says how a criterion stands, for a slice of time or the whole.
 *
 * "carved-out": assumed of a subservice organization, and not concluded on
 * "no-operating-evidence": nothing occurred that its controls would have acted on
 * "undetermined": evidence cannot be had
 * "undecided": a result or decision is missing
 * "not-applicable": operation, in a type 1
 */
export type CriterionStatus =
  'met' | 'carved-out' | 'no-operating-evidence' | 'undetermined' | 'undecided' | 'unmet' | 'not-applicable';
/**
 * A CalendarDate is a day without a time zone, spelled year-month-day as in "2026-01-31", from "0001-01-01" to "9999-12-31". Every day has one spelling.
 */
export type CalendarDate = string;
/**
 * MemberKind says whose control a member is.
 *
 * "control": a control of the organization
 * "csoc": complementary subservice organization control, assumed
 * "cuec": complementary user entity control, assumed
 */
export type MemberKind = 'control' | 'csoc' | 'cuec';
/**
 * The id of a record: an ASCII letter or digit, then letters, digits, '.', '_', '/' or '-'; at most 200 characters.
 */
export type RecordID = string;
/**
 * A ControlID is the organization's own name for a control, such as "AC-07". It has the form of a record id and is unique in a program.
 */
export type ControlID = string;
/**
 * Suitability is the judgment on the design of a control.
 *
 * "suitable": it would do its job if performed as described
 * "deficient": it would not
 * "undetermined": evidence to judge it cannot be had
 */
export type Suitability = 'suitable' | 'deficient' | 'undetermined';
/**
 * Implementation is the judgment whether a control was placed in operation.
 *
 * "undetermined": evidence to judge it cannot be had
 */
export type Implementation = 'yes' | 'no' | 'undetermined';
/**
 * ControlOperation says how a control operated in a slice of time.
 *
 * "undetermined": evidence cannot be had
 * "undecided": a result or decision is missing
 * "not-in-place": the description does not give the control for these days
 */
export type ControlOperation =
  'effective' | 'deficient' | 'no-occurrence' | 'undetermined' | 'undecided' | 'not-in-place' | 'not-applicable';
/**
 * FindingKind tells what is wrong from what could not be known.
 *
 * "misstatement": something is not as it should be
 * "limitation": evidence cannot be had, also by other procedures
 */
export type FindingKind = 'misstatement' | 'limitation';
/**
 * Answer is yes or no.
 */
export type Answer = 'yes' | 'no';
/**
 * ProblemSeverity says how much a problem matters.
 *
 * "error": the document is not sound; a report must not be issued on it
 * "warning": a person should look
 * "advice": a hint
 */
export type ProblemSeverity = 'error' | 'warning' | 'advice';
/**
 * A ProblemList holds what a check found, in the order of the document.
 */
export type ProblemList = Problem[];
/**
 * DeliverableKind says which report is assembled.
 *
 * "type1": SOC 2 type 1, "Type I": as of one day, without tests of operation
 * "type2": SOC 2 type 2, "Type II": for a period, with tests and their results
 */
export type DeliverableKind = 'type1' | 'type2';
/**
 * An Edition says which publication of the trust services criteria a document was written to. Documents carry it as a value, and nothing in this module assumes the newest.
 *
 * "tsc-2017": the criteria of 2017 with the points of focus first published
 * "tsc-2017-2022": the criteria of 2017 with the points of focus revised in 2022
 *
 * A later minor version may have further values.
 */
export type Edition = 'tsc-2017' | 'tsc-2017-2022';
/**
 * A DescriptionEdition says which publication of the description criteria a document was written to. The nine criteria are the same in both.
 *
 * "dc-2018": the criteria of 2018 with the guidance first published
 * "dc-2018-2022": the criteria of 2018 with the guidance revised in 2022
 *
 * A later minor version may have further values.
 */
export type DescriptionEdition = 'dc-2018' | 'dc-2018-2022';
/**
 * SectionKind says what a section of a report is. Sections are found by kind, never by number: numbers are convention.
 *
 * "auditor-report": the service auditor's report, usually Section I
 * "assertion": management's assertion, usually II
 * "description": management's description of its system, usually III
 * "tests-results": criteria, controls, tests and results of a type 2, usually IV
 * "controls": criteria and controls of a type 1, usually IV
 * "other-information": what management adds and nobody examined, usually V
 */
export type SectionKind =
  'auditor-report' | 'assertion' | 'description' | 'tests-results' | 'controls' | 'other-information';
/**
 * SectionAuthor says whose words a section holds.
 *
 * "service-auditor": the firm
 * "management": the service organization
 * "management-and-service-auditor": management's controls, the auditor's tests and results
 */
export type SectionAuthor = 'service-auditor' | 'management' | 'management-and-service-auditor';
/**
 * SectionAssurance says how far the service auditor answers for a section.
 *
 * "own-report": it is the service auditor's own report
 * "statement": management's statement, beside which the opinions stand
 * "examined": it is the subject of the examination
 * "not-examined": nothing is concluded on it
 */
export type SectionAssurance = 'own-report' | 'statement' | 'examined' | 'not-examined';
/**
 * ElementState says whether an element of a report has its content.
 *
 * "present": its paragraphs stand
 * "proposed": its paragraphs are ready, and who has to give them has not
 * "missing": the report needs it, and its content is not there
 * "not-needed": its condition does not hold
 */
export type ElementState = 'present' | 'proposed' | 'missing' | 'not-needed';
/**
 * CommitmentKind tells a promise to users from a requirement on the system.
 *
 * "service-commitment": what the organization promised its users
 * "system-requirement": how the system must work to keep promises, law and rules
 */
export type CommitmentKind = 'service-commitment' | 'system-requirement';
/**
 * ComponentKind is one of the five kinds of component that a description covers (DC 3).
 */
export type ComponentKind = 'infrastructure' | 'software' | 'people' | 'procedures' | 'data';
/**
 * CriterionStanding says why a criterion has the controls that it has in a report.
 *
 * "controls": the organization's own controls are listed for it
 * "carved-out": the description leaves it to a subservice organization (DC 7)
 * "not-relevant": the description says why it is not relevant (DC 8)
 * "without-control": none of these: nothing is said to meet it, and nothing was assessed
 */
export type CriterionStanding = 'controls' | 'carved-out' | 'not-relevant' | 'without-control';
/**
 * SubserviceMethod is how a description treats a subservice organization. It is chosen for each one.
 *
 * "carve-out": its controls are left out, and some kinds of them are assumed (CSOCs)
 * "inclusive": its controls are described and examined like the organization's own
 */
export type SubserviceMethod = 'carve-out' | 'inclusive';
/**
 * TestExtent says how the items of a test are chosen, and so what its result licenses.
 *
 * "census": every item; no sampling risk
 * "random": simple random, or systematic with a random start; a rate may be inferred
 * "haphazard": without a structured technique; no rate may be inferred
 * "judgmental": chosen by the tester; no rate may be inferred
 * "block": a run of neighbours; never representative
 * "configuration": an automated control looked at once for each configuration ("test of one")
 */
export type TestExtent = 'census' | 'random' | 'haphazard' | 'judgmental' | 'block' | 'configuration';
/**
 * ProcedureKind is the nature of a procedure.
 *
 * "inquiry": asking; never enough alone
 * "observation": watching it done; holds for that moment
 * "inspection": of documents, records or configuration
 * "reperformance": doing it again independently
 * "analytics": analysis of whole data
 * "confirmation": from a third party
 */
export type ProcedureKind = 'inquiry' | 'observation' | 'inspection' | 'reperformance' | 'analytics' | 'confirmation';
/**
 * ResultKind says what a result is. The kinds are kept apart because a reader makes something else of each.
 *
 * "deviation": at least one deviation, found by a test or known otherwise
 * "design-deficiency": the design was not suitable
 * "not-implemented": described, and not in operation
 * "not-tested": no test covers these days
 * "no-result": a test is planned or begun and has no final result
 * "unresolved": for some items nobody could tell
 * "not-testable": evidence could not be had
 * "undetermined": design or implementation could not be determined
 * "not-in-place": the description does not give the control for any day of the report
 * "did-not-operate": nothing occurred or was due, and it is corroborated
 * "no-deviation": items were tested, and none deviated
 */
export type ResultKind =
  | 'deviation'
  | 'design-deficiency'
  | 'not-implemented'
  | 'not-tested'
  | 'no-result'
  | 'unresolved'
  | 'not-testable'
  | 'undetermined'
  | 'not-in-place'
  | 'did-not-operate'
  | 'no-deviation';
/**
 * DeviationKind says in what way a control did not operate as described.
 *
 * "failed-attribute": done, but not as described
 * "late": done after its due time
 * "missed": due and not done
 */
export type DeviationKind = 'failed-attribute' | 'late' | 'missed';
/**
 * Opinion is a service auditor's conclusion on one subject.
 *
 * "unmodified": without reservation
 * "qualified": except for stated matters
 * "adverse": the subject is not as it should be, as a whole
 * "disclaimer": no opinion could be formed
 */
export type Opinion = 'unmodified' | 'qualified' | 'adverse' | 'disclaimer';
/**
 * MissingCode names the kind of something that a report lacks. Codes are stable.
 *
 * "practitioner-opinion": no practitioner's opinion is recorded
 * "not-issued": the terms do not say that the report is issued
 * "type-not-said": the terms do not say which type of report it is
 * "record-errors": the record has errors
 * "no-report": a reason why no report can be given at all
 * "representations": management's representation letter
 * "element": a required element without content
 * "description-criterion": the description does not answer a description criterion
 * "criterion-control": a criterion without control, carve-out or reason
 * "test-result": a control without a test, or a test without a final result
 * "open-point": a result or decision that an indicated opinion waits for
 * "deviation-unplaced": a deviation that a report of this type has no place for
 * "opinion-differs": the practitioner's opinion is not the one indicated
 * "unknown-slot": the firm's wording has a slot that the library does not know
 *
 * A later minor version may have further values.
 */
export type MissingCode =
  | 'practitioner-opinion'
  | 'not-issued'
  | 'type-not-said'
  | 'record-errors'
  | 'no-report'
  | 'representations'
  | 'element'
  | 'description-criterion'
  | 'criterion-control'
  | 'test-result'
  | 'open-point'
  | 'deviation-unplaced'
  | 'opinion-differs'
  | 'unknown-slot';
/**
 * ReportType is type 1 (description and design, as of a date) or type 2 (operating effectiveness too, for a period).
 *
 * "type1": "Type I": as of one day, no tests of operating effectiveness
 * "type2": "Type II": throughout a period
 */
export type ReportType = 'type1' | 'type2';
/**
 * EngagementStage is how far an examination has come.
 */
export type EngagementStage = 'planned' | 'fieldwork' | 'draft' | 'issued';
/**
 * An Attribution says to which period an occurrence belongs whose interval ends in one period and which is due in the next. An engagement chooses one and keeps it from period to period; otherwise an occurrence is counted twice or never.
 *
 * "due-date": counts an occurrence in the period that holds its due date. It is the usual convention.
 * "interval-end": counts an occurrence in the period that holds the last day of its interval.
 */
export type Attribution = 'due-date' | 'interval-end';
/**
 * PrivacyRole is the part the organization plays for personal information.
 */
export type PrivacyRole = 'controller' | 'processor' | 'both';
/**
 * Automation says who or what performs a control.
 *
 * "manual": a person does it
 * "automated": a system does it, the same way each time, by its configuration
 * "it-dependent": a person does it with what a system produces
 */
export type Automation = 'manual' | 'automated' | 'it-dependent';
/**
 * Purpose says whether a control keeps something from happening or finds that it did.
 */
export type Purpose = 'preventive' | 'detective' | 'corrective';
/**
 * An Interval is how often something is due.
 *
 * "annual": every twelve months
 * "semiannual": every six months
 * "quarterly": every three months
 * "monthly": every month
 * "biweekly": every fourteen days
 * "weekly": every seven days
 * "business-daily": every business day
 * "daily": every day, weekends and holidays too
 * "continuous": always in force, such as an enforced configuration: nothing falls due
 */
export type Interval =
  'annual' | 'semiannual' | 'quarterly' | 'monthly' | 'biweekly' | 'weekly' | 'business-daily' | 'daily' | 'continuous';
/**
 * An Instant is a moment in UTC to the second, spelled as in "2026-01-31T09:00:00Z": RFC 3339 in exactly 20 characters, with capital T and Z, no fraction, no offset and no leap second. So every moment has one spelling, and the order of the spellings is the order of time.
 */
export type Instant = string;
/**
 * A Digest is the SHA-256 of exact file bytes, as 64 lowercase hexadecimal digits.
 */
export type Digest = string;
/**
 * Hex is a string of bytes in lowercase hexadecimal, such as a SHA-256.
 */
export type Hex = string;
/**
 * CheckAim is what a check of a listing is about.
 *
 * "completeness": nothing is left out
 * "accuracy": what is there is right
 */
export type CheckAim = 'completeness' | 'accuracy';
/**
 * EvidenceRequestKind says what a request asks for.
 */
export type EvidenceRequestKind = 'population' | 'sample-item' | 'configuration' | 'document' | 'walkthrough';
/**
 * RemediationStatus is how far an action has come.
 */
export type RemediationStatus = 'open' | 'in-progress' | 'closed';
/**
 * A Rate is an exact decimal from 0 to 1, never a percentage: a rate of deviation, a risk or a confidence. In a document it is a number, or a string that spells one, such as "0.05"; it is judged by its digits and never rounded.
 */
export type Rate = number | string;
/**
 * Cascade says whether a control whose design is not suitable can operate effectively for a criterion.
 *
 * "cascading": means that an unmet design makes operation unmet too. It is what an absent value means.
 * "separate": means that operation is judged by itself, as some illustrative reports do.
 */
export type Cascade = 'cascading' | 'separate';
/**
 * A SamplingModel is the probability law behind a plan or an evaluation.
 *
 * "binomial": a population without limit, or drawing with replacement
 * "poisson": its approximation for rare deviations; gives slightly larger samples
 * "hypergeometric": drawing without replacement from a population of known size
 */
export type SamplingModel = 'binomial' | 'poisson' | 'hypergeometric';
/**
 * A SamplingConvention says how many deviations in a population of N items stand for the tolerable rate t. The three in use differ only by whether N·t is whole.
 *
 * "ceil": N·t rounded up: the sample rejects a rate of t or more; agrees with the binomial as N grows
 * "floor": N·t rounded down
 * "floor+1": the first count above N·t: the sample rejects a rate above t
 */
export type SamplingConvention = 'ceil' | 'floor' | 'floor+1';
/**
 * A SelectionMethod says how the items are selected. Both are random, so that a rate may be inferred from the sample.
 *
 * "simple": every set of n items is as likely as every other
 * "systematic": evenly spaced items of the sorted population, from a random start; no reserve
 */
export type SelectionMethod = 'simple' | 'systematic';
/**
 * TestOutcome is what a tester found for one attribute of one item.
 *
 * "held": the attribute is there
 * "deviated": it is not: a deviation is recorded
 * "cannot-tell": nothing shows either; it blocks until resolved into one of the others
 */
export type TestOutcome = 'held' | 'deviated' | 'cannot-tell';
/**
 * DeviationCause says whether what led to a deviation is confined to it.
 */
export type DeviationCause = 'isolated' | 'systemic' | 'unknown';
/**
 * EventConcern says what a later event is about.
 *
 * "condition-in-period": it shows something that was so within the period
 * "new-condition": it arose afterwards
 */
export type EventConcern = 'condition-in-period' | 'new-condition';
/**
 * LetterStatus says whether management gave a letter.
 */
export type LetterStatus = 'given' | 'refused';
/**
 * A FrequencyProvenance says how a FrequencyTable came to be known.
 *
 * "read": seen in what the source published
 * "recalled": widely cited; check it at the source before naming it
 * "firm": the firm's own
 * "span": the span of several sources that were read
 */
export type FrequencyProvenance = 'read' | 'recalled' | 'firm' | 'span';

/**
 * Conclusions are what follows from an engagement: the indicated opinion on each subject, and every step that led to it. They are computed, never entered.
 */
export interface Conclusions {
  /**
   * kind is "conclusions".
   */
  kind: 'conclusions';
  /**
   * schemaVersion is the version of the document's shape, MAJOR.MINOR.
   */
  schemaVersion: '1.0';
  /**
   * description is the opinion that is indicated on the description.
   */
  description: Indicated;
  /**
   * design is the opinion that is indicated on the suitability of design.
   */
  design: Indicated;
  /**
   * operating is the opinion that is indicated on operating effectiveness; not-applicable in a type 1.
   */
  operating: Indicated;
  /**
   * noReport are the reasons why no report can be given at all, whatever the opinions.
   */
  noReport: string[];
  /**
   * subjects say for each subject what its opinion rests on.
   */
  subjects: SubjectConclusion[];
  /**
   * criteria hold the status of each criterion in scope, in published order.
   */
  criteria: CriterionConclusion[];
  /**
   * controls hold the status of each control, by id.
   */
  controls: ControlConclusion[];
  /**
   * findings are all findings, derived and entered, by subject, criterion and origin.
   */
  findings: FindingConclusion[];
  /**
   * considerations are what people should weigh; none of them changes an opinion by itself.
   */
  considerations: Consideration[];
  /**
   * problems are the errors of the record. While there are any, nothing is unmodified.
   */
  problems: ProblemList;
}
/**
 * A SubjectConclusion says what the indicated opinion on one subject rests on.
 */
export interface SubjectConclusion {
  /**
   * subject is the subject.
   */
  subject: ExaminationSubject;
  /**
   * opinion is the opinion indicated.
   */
  opinion: Indicated;
  /**
   * criteria are the trust services criteria of the findings that modify it, in published order.
   */
  criteria: CriterionID[];
  /**
   * descriptionCriteria are the description criteria of those findings.
   */
  descriptionCriteria: DescriptionID[];
  /**
   * categories are the categories in scope that those criteria belong to.
   */
  categories: Category[];
  /**
   * open lists what is missing from the record, each as one sentence.
   */
  open: string[];
  /**
   * reasons tell how the opinion follows from the findings.
   */
  reasons: ConclusionReason[];
}
/**
 * A ConclusionReason is one step of a derivation.
 */
export interface ConclusionReason {
  /**
   * rule names the rule that applied.
   */
  rule: string;
  /**
   * text says what it made of which facts.
   */
  text: string;
  /**
   * records are the ids of the records that it looked at.
   */
  records?: string[];
}
/**
 * A CriterionConclusion is how one criterion stands.
 */
export interface CriterionConclusion {
  /**
   * id is the criterion.
   */
  id: CriterionID;
  /**
   * categories are the categories in scope that it belongs to.
   */
  categories: Category[];
  /**
   * design is how its design stands over the whole time.
   */
  design: CriterionStatus;
  /**
   * operating is how its operation stands over the whole time.
   */
  operating: CriterionStatus;
  /**
   * slices are the spans of time in which nothing that matters to it changed, in order.
   */
  slices: CriterionSlice[];
}
/**
 * A CriterionSlice is how a criterion stands in one slice of time.
 */
export interface CriterionSlice {
  /**
   * period holds the first and last day of the slice.
   */
  period: Period;
  /**
   * design is how its design stands.
   */
  design: CriterionStatus;
  /**
   * operating is how its operation stands.
   */
  operating: CriterionStatus;
  /**
   * alternatives say how each alternative of the program stands, by the names of its members.
   */
  alternatives: AlternativeConclusion[];
  /**
   * reasons tell how the status follows from the alternatives.
   */
  reasons: ConclusionReason[];
}
/**
 * A Period is a run of days, both ends inside: the year 2026 is from 2026-01-01 to 2026-12-31.
 */
export interface Period {
  /**
   * from is the first day of the period. Required.
   */
  from: CalendarDate;
  /**
   * to is the last day of the period, itself inside; the same as from for a single day. Required; not before from.
   */
  to: CalendarDate;
}
/**
 * An AlternativeConclusion is how one alternative stands in a slice.
 */
export interface AlternativeConclusion {
  /**
   * members are its members.
   */
  members: AlternativeMember[];
  /**
   * design is how its design stands.
   */
  design: CriterionStatus;
  /**
   * operating is how its operation stands; not-applicable where design rules it out, or in a type 1.
   */
  operating: CriterionStatus;
  /**
   * dropped says why it does not count at all; empty where it counts.
   */
  dropped?: string;
}
/**
 * An AlternativeMember is one control in an alternative.
 */
export interface AlternativeMember {
  /**
   * kind says whose control it is, and so in which list id is found.
   */
  kind: MemberKind;
  /**
   * id is the id of the control, CSOC or CUEC.
   */
  id: RecordID;
}
/**
 * A ControlConclusion is how one control stands.
 */
export interface ControlConclusion {
  /**
   * id is the control.
   */
  id: ControlID;
  /**
   * slices are the spans of time in which nothing that matters to it changed, in order.
   */
  slices: ControlSlice[];
}
/**
 * A ControlSlice is how a control stands in one slice of time.
 */
export interface ControlSlice {
  /**
   * period holds the first and last day of the slice.
   */
  period: Period;
  /**
   * inPlace says whether the description gives the control for these days.
   */
  inPlace: boolean;
  /**
   * design is the judgment on its design; absent where none counts.
   */
  design?: Suitability;
  /**
   * implemented is the judgment whether it was in operation; absent where none counts.
   */
  implemented?: Implementation;
  /**
   * operation is how it operated.
   */
  operation: ControlOperation;
  /**
   * reasons tell how that follows from tests, deviations and decisions.
   */
  reasons: ConclusionReason[];
}
/**
 * A FindingConclusion is one finding with what was decided on it.
 */
export interface FindingConclusion {
  /**
   * key names the finding, as judgments do.
   */
  key: FindingKey;
  /**
   * text says what the matter is.
   */
  text: string;
  /**
   * criteria are the trust services criteria that it concerns.
   */
  criteria?: CriterionID[];
  /**
   * descriptionCriterion is the description criterion that it concerns.
   */
  descriptionCriterion?: DescriptionID;
  /**
   * material says whether it is material; absent where undecided.
   */
  material?: Answer;
  /**
   * presumed says that it is material because nobody rebutted the presumption.
   */
  presumed?: boolean;
  /**
   * reopened are the ids of the deviations for which a decision that it is not material no longer counts: they were decided on later, or not at all, and bear on the criterion.
   */
  reopened?: string[];
  /**
   * pervasive says whether it is pervasive; absent where undecided.
   */
  pervasive?: Answer;
  /**
   * members are the findings that an aggregate weighs together.
   */
  members?: FindingKey[];
}
/**
 * A FindingKey names a finding: its subject and kind, and the criterion or the record that it comes from.
 */
export interface FindingKey {
  /**
   * subject is the subject that it touches.
   */
  subject: ExaminationSubject;
  /**
   * kind is misstatement or limitation.
   */
  kind: FindingKind;
  /**
   * criterion is the criterion, for a finding on a criterion.
   */
  criterion?: CriterionID;
  /**
   * origin names the record that any other finding comes from, such as "control/AC-07", "incident/INC-1", "section/DC4", "event/EV-1" or "finding/F-1".
   */
  origin?: string;
}
/**
 * A Consideration is something that people should weigh.
 */
export interface Consideration {
  /**
   * code names the kind of consideration.
   */
  code: string;
  /**
   * text says what to weigh and why.
   */
  text: string;
}
/**
 * A Problem is one thing wrong with a document.
 */
export interface Problem {
  /**
   * path is the JSON Pointer (RFC 6901) of the place; "" is the whole document.
   */
  path: string;
  /**
   * code names the rule.
   */
  code: string;
  /**
   * severity says how much it matters.
   */
  severity: ProblemSeverity;
  /**
   * message says it for people: what is there, what was expected. It may be reworded in any release and never quotes the content of evidence.
   */
  message: string;
}
/**
 * A Deliverable is an assembled report as data: sections keyed by kind, what the opinions rest on, and what is missing. It is computed, never entered, and holds nothing that the engagement does not say, apart from the library's own sentences.
 */
export interface Deliverable {
  /**
   * kind is "deliverable".
   */
  kind: 'deliverable';
  /**
   * schemaVersion is the version of the document's shape, MAJOR.MINOR.
   */
  schemaVersion: '1.0';
  /**
   * report says which report it is.
   */
  report: DeliverableKind;
  /**
   * draft says that this is no issued report. It is false only where a practitioner's opinion is recorded, the terms say issued, the record has no errors, nothing forbids a report, and every required element has its content: where no entry of missing blocks.
   */
  draft: boolean;
  /**
   * draftReason says in one sentence why it is a draft; absent where it is none.
   */
  draftReason?: string;
  /**
   * title names the report.
   */
  title: string;
  /**
   * serviceOrganization is the organization whose system is examined.
   */
  serviceOrganization: Organization;
  /**
   * system is the name of the system.
   */
  system: string;
  /**
   * auditor is the firm; absent until one is engaged.
   */
  auditor?: Firm;
  /**
   * addressee is to whom the report is addressed.
   */
  addressee?: string;
  /**
   * asOf is the day that a type 1 speaks of.
   */
  asOf?: CalendarDate;
  /**
   * period is the period that a type 2 speaks of.
   */
  period?: Period;
  /**
   * categories are the trust services categories covered, in published order.
   */
  categories: Category[];
  /**
   * editions name the editions of the texts followed.
   */
  editions: Editions;
  /**
   * sections are the sections in the usual order.
   */
  sections: ReportSection[];
  /**
   * conclusions sum up what the record indicates and what a practitioner gave.
   */
  conclusions: ReportSummary;
  /**
   * missing lists what the report still lacks; empty where it lacks nothing.
   */
  missing: MissingPart[];
}
/**
 * An Organization is a legal person with a part in the examination.
 */
export interface Organization {
  /**
   * name is the legal name, as it stands in the report.
   */
  name: string;
  /**
   * address is the postal address, on one line.
   */
  address?: string;
}
/**
 * A Firm is the service auditor: the CPA firm that examines and reports. A library, a tool or its vendor never is.
 */
export interface Firm {
  /**
   * name is the firm's name as it signs.
   */
  name: string;
  /**
   * city is where the practitioner practices; reports state it.
   */
  city?: string;
  /**
   * state is the state or country of that city.
   */
  state?: string;
}
/**
 * Editions name the editions of the texts that an examination follows. They are values: nothing assumes today's.
 */
export interface Editions {
  /**
   * criteria is the edition of the trust services criteria.
   */
  criteria: Edition;
  /**
   * descriptionCriteria is the edition of the description criteria.
   */
  descriptionCriteria: DescriptionEdition;
  /**
   * attestationStandards names the attestation standards and their amendments, such as "AT-C 105 and 205 (SSAE 21)".
   */
  attestationStandards?: string;
}
/**
 * A ReportSection is one section of a report. Which of the content fields it has follows from its kind.
 */
export interface ReportSection {
  /**
   * kind says what the section is.
   */
  kind: SectionKind;
  /**
   * title is its heading, without a number.
   */
  title: string;
  /**
   * author says whose words it holds.
   */
  author: SectionAuthor;
  /**
   * assured says how far the service auditor answers for it.
   */
  assured: SectionAssurance;
  /**
   * elements are the parts of the service auditor's report or of the assertion, in order. One that this report does not need is listed too, with the reason.
   */
  elements?: ReportElement[];
  /**
   * description is the content of the description.
   */
  description?: DescriptionContent;
  /**
   * criteria are the criteria with their controls and, in a type 2, tests and results, in published order. Every criterion that applies for the categories is there.
   */
  criteria?: CriterionEntry[];
  /**
   * otherDeviations are controls with deviations that stand under no criterion above, so that no deviation is lost.
   */
  otherDeviations?: ControlEntry[];
  /**
   * otherInformation is what management adds, in its order.
   */
  otherInformation?: OtherInformation[];
}
/**
 * A ReportElement is one part of the service auditor's report or of management's assertion.
 */
export interface ReportElement {
  /**
   * id is the stable id, such as "inherent-limitations".
   */
  id: string;
  /**
   * title names it.
   */
  title: string;
  /**
   * state says whether its content is there.
   */
  state: ElementState;
  /**
   * why says why it is not needed, missing or only proposed; absent where it is present.
   */
  why?: string;
  /**
   * paragraphs are its words. Where it is missing for want of an opinion, they say what the record indicates.
   */
  paragraphs: string[];
  /**
   * firmWording says that the words are the firm's in place of the library's.
   */
  firmWording?: boolean;
}
/**
 * DescriptionContent is management's description of its system: its words for each description criterion, and what the program lists for it. Only what the program says the description discloses is here.
 */
export interface DescriptionContent {
  /**
   * parts hold one entry for each description criterion that applies to the type of report, in published order.
   */
  parts: DescriptionPart[];
  /**
   * commitments are the principal commitments and requirements (DC 2), by id.
   */
  commitments: DescribedCommitment[];
  /**
   * components are the components in the boundary and those considered and left outside (DC 3), by kind and id.
   */
  components: SystemComponent[];
  /**
   * incidents are those disclosed (DC 4), by day and id.
   */
  incidents: DescribedIncident[];
  /**
   * criteria say which controls are stated for each criterion (DC 5), in published order.
   */
  criteria: DescribedCriterion[];
  /**
   * controls are all controls of the description (DC 5), by id.
   */
  controls: DescribedControl[];
  /**
   * userEntityControls are the CUECs listed (DC 6), by id.
   */
  userEntityControls: DescribedUserControl[];
  /**
   * userResponsibilities are duties of users that no opinion depends on, by id.
   */
  userResponsibilities: UserResponsibility[];
  /**
   * subserviceOrganizations are those disclosed (DC 7), by id.
   */
  subserviceOrganizations: DescribedSubservice[];
  /**
   * notRelevant are the criteria that management says are not relevant (DC 8), in published order.
   */
  notRelevant: IrrelevantCriterion[];
  /**
   * changes are those disclosed (DC 9), by day and id; none in a type 1.
   */
  changes: DescribedChange[];
}
/**
 * A DescriptionPart is what the description says for one description criterion.
 */
export interface DescriptionPart {
  /**
   * id is the description criterion.
   */
  id: DescriptionID;
  /**
   * title says what it is about, in this project's words.
   */
  title: string;
  /**
   * paragraphs are management's words.
   */
  paragraphs: string[];
  /**
   * notApplicable is management's reason why it does not apply.
   */
  notApplicable?: string;
  /**
   * answered says whether the description says anything for it.
   */
  answered: boolean;
}
/**
 * A DescribedCommitment is a principal commitment or requirement.
 */
export interface DescribedCommitment {
  /**
   * id is its id.
   */
  id: string;
  /**
   * kind tells a commitment from a requirement.
   */
  kind: CommitmentKind;
  /**
   * text states it.
   */
  text: string;
  /**
   * categories are the categories it belongs to, in published order.
   */
  categories: Category[];
  /**
   * source is where it was made.
   */
  source?: string;
}
/**
 * A SystemComponent is one part of the system, or one that was considered and left outside its boundary.
 */
export interface SystemComponent {
  /**
   * id identifies the component within the program.
   */
  id: RecordID;
  /**
   * kind is one of the five kinds.
   */
  kind: ComponentKind;
  /**
   * name is what the organization calls it.
   */
  name: string;
  /**
   * description says what it is for.
   */
  description?: string;
  /**
   * inBoundary says whether it belongs to the system.
   */
  inBoundary: boolean;
  /**
   * from is its first day in the system; absent means from before the period.
   */
  from?: CalendarDate;
  /**
   * to is its last day in the system; absent means until after the period.
   */
  to?: CalendarDate;
}
/**
 * A DescribedIncident is an incident that the description discloses.
 */
export interface DescribedIncident {
  /**
   * id is its id.
   */
  id: string;
  /**
   * occurred is the day it began.
   */
  occurred: CalendarDate;
  /**
   * found is the day it was found.
   */
  found?: CalendarDate;
  /**
   * nature says what happened.
   */
  nature: string;
  /**
   * effect says how far it went and on whom.
   */
  effect?: string;
  /**
   * resolution says how it was ended.
   */
  resolution?: string;
}
/**
 * A DescribedCriterion says what the description states for one criterion.
 */
export interface DescribedCriterion {
  /**
   * id is the criterion.
   */
  id: CriterionID;
  /**
   * standing says whether controls are listed, or why not.
   */
  standing: CriterionStanding;
  /**
   * controls are the controls stated for it, by id.
   */
  controls: ControlID[];
  /**
   * assumed are the CSOCs and CUECs that it counts on, by kind and id.
   */
  assumed?: AssumedControl[];
}
/**
 * An AssumedControl is a control of somebody else that was assumed, and not examined.
 */
export interface AssumedControl {
  /**
   * kind says whose control it is: csoc or cuec.
   */
  kind: MemberKind;
  /**
   * id is its id.
   */
  id: string;
  /**
   * organization is the name of the subservice organization, for a CSOC.
   */
  organization?: string;
  /**
   * text says what it is.
   */
  text: string;
}
/**
 * A DescribedControl is a control of the description.
 */
export interface DescribedControl {
  /**
   * id is its id.
   */
  id: ControlID;
  /**
   * title is its short name.
   */
  title?: string;
  /**
   * texts are its wordings in the order of time, the same as beside the tests.
   */
  texts: ControlText[];
  /**
   * frequency says when it is due, in words.
   */
  frequency?: string;
  /**
   * criteria are the criteria in the report for which it is stated, in published order.
   */
  criteria: CriterionID[];
  /**
   * relied says whether the examination relies on it.
   */
  relied: boolean;
}
/**
 * A ControlText is the wording of a control for some time.
 */
export interface ControlText {
  /**
   * period holds the first and last day of the wording within the time of the report; absent where it applied throughout.
   */
  period?: Period;
  /**
   * text is the wording.
   */
  text: string;
}
/**
 * A DescribedUserControl is a CUEC that the description lists.
 */
export interface DescribedUserControl {
  /**
   * id is its id.
   */
  id: string;
  /**
   * text says what users must do.
   */
  text: string;
  /**
   * criteria are the criteria that it helps to meet, in published order.
   */
  criteria: CriterionID[];
}
/**
 * A UserResponsibility is a duty of users that no opinion depends on.
 */
export interface UserResponsibility {
  /**
   * id identifies it within the program.
   */
  id: RecordID;
  /**
   * text says what users should do.
   */
  text: string;
}
/**
 * A DescribedSubservice is a subservice organization that the description names.
 */
export interface DescribedSubservice {
  /**
   * id is its id.
   */
  id: string;
  /**
   * name is its name or function.
   */
  name: string;
  /**
   * services says what it does for the system.
   */
  services: string;
  /**
   * method is carve-out or inclusive.
   */
  method?: SubserviceMethod;
  /**
   * criteria are those meant to be met by its controls, in published order.
   */
  criteria: CriterionID[];
  /**
   * controls are the CSOCs, by id; none for an inclusive one.
   */
  controls: SubserviceControl[];
  /**
   * monitoredBy are the described controls that monitor it, by id.
   */
  monitoredBy: ControlID[];
}
/**
 * A SubserviceControl is a CSOC, a complementary subservice organization control: a kind of control that is assumed at a carved-out subservice organization and never concluded on.
 */
export interface SubserviceControl {
  /**
   * id identifies it within the program; no two subservice organizations share one.
   */
  id: RecordID;
  /**
   * text says what kind of control is assumed.
   */
  text: string;
  /**
   * criteria are those it helps to meet.
   */
  criteria: CriterionID[];
}
/**
 * An IrrelevantCriterion is a criterion that has no bearing on the system.
 */
export interface IrrelevantCriterion {
  /**
   * id is the criterion.
   */
  id: CriterionID;
  /**
   * reason is management's reason.
   */
  reason: string;
}
/**
 * A DescribedChange is a change that the description discloses.
 */
export interface DescribedChange {
  /**
   * id is its id.
   */
  id: string;
  /**
   * date is the day it took effect.
   */
  date: CalendarDate;
  /**
   * what says what changed.
   */
  what: string;
  /**
   * before says how it was.
   */
  before?: string;
  /**
   * after says how it is since.
   */
  after?: string;
}
/**
 * A CriterionEntry is one criterion with everything that the report lists under it.
 */
export interface CriterionEntry {
  /**
   * id is the criterion.
   */
  id: CriterionID;
  /**
   * series is the group that it belongs to.
   */
  series: string;
  /**
   * title says what it is about, in this project's words.
   */
  title: string;
  /**
   * standing says whether controls are listed, or why not.
   */
  standing: CriterionStanding;
  /**
   * explanation says it in words where no control of the organization is listed.
   */
  explanation?: string;
  /**
   * assumed are the controls of others that the criterion counts on: CSOCs and CUECs, by kind and id.
   */
  assumed?: AssumedControl[];
  /**
   * rows are the organization's controls for it, by id.
   */
  rows: ControlEntry[];
  /**
   * indicated says in sentences where the record indicates that the criterion is not met, not determined or not decided, and which single looks at automated controls nothing supports; absent where there is nothing to say.
   */
  indicated?: string[];
}
/**
 * A ControlEntry is one control under one criterion. Apart from Criterion it says the same wherever the control stands.
 */
export interface ControlEntry {
  /**
   * criterion is the criterion under which it stands; absent outside of criteria.
   */
  criterion?: CriterionID;
  /**
   * control is the id of the control.
   */
  control: ControlID;
  /**
   * title is its short name.
   */
  title?: string;
  /**
   * texts are its wordings in the order of time; one where it did not change.
   */
  texts: ControlText[];
  /**
   * frequency says when it is due, in words.
   */
  frequency?: string;
  /**
   * tests are the tests of its operation; none in a type 1.
   */
  tests?: TestEntry[];
  /**
   * results say what the tests found and what else is known; none in a type 1.
   */
  results?: ResultEntry[];
}
/**
 * A TestEntry is one test of a control as it is printed.
 */
export interface TestEntry {
  /**
   * plan is the id of the plan.
   */
  plan: string;
  /**
   * test is the id of the test; absent where none was carried out.
   */
  test?: string;
  /**
   * period holds the first and last day that the test speaks for.
   */
  period?: Period;
  /**
   * extent says how the items were chosen.
   */
  extent?: TestExtent;
  /**
   * basis says in words what was looked at: which items of which population, and how they were chosen.
   */
  basis?: string;
  /**
   * procedures are what was done, in order.
   */
  procedures: PrintedProcedure[];
  /**
   * attributes are what was looked for in each item.
   */
  attributes?: string[];
  /**
   * othersWork describes work of internal audit or specialists that was used.
   */
  othersWork?: string;
}
/**
 * A PrintedProcedure is one thing that was done in a test.
 */
export interface PrintedProcedure {
  /**
   * kind is its nature.
   */
  kind: ProcedureKind;
  /**
   * text says what was done.
   */
  text: string;
}
/**
 * A ResultEntry is one result as it is printed.
 */
export interface ResultEntry {
  /**
   * kind says what it is.
   */
  kind: ResultKind;
  /**
   * text says it in words. Where items deviated it states how many were tested and how many deviated.
   */
  text: string;
  /**
   * test is the id of the test; absent for what became known otherwise.
   */
  test?: string;
  /**
   * period holds the first and last day that it is about; absent where it is about all the time.
   */
  period?: Period;
  /**
   * population is the number of items in the population; 0 where there is none.
   */
  population?: number;
  /**
   * tested is the number of items looked at; 0 where there are none.
   */
  tested?: number;
  /**
   * deviating is the number of items that deviated: several deviations of one item count once.
   */
  deviating?: number;
  /**
   * unresolved is the number of items for which nobody could tell.
   */
  unresolved?: number;
  /**
   * deviations are all that were identified, by id, whatever is concluded from them.
   */
  deviations?: DeviationEntry[];
  /**
   * corroboration names the evidence, other than inquiry, that nothing occurred.
   */
  corroboration?: string[];
}
/**
 * A DeviationEntry is one deviation as it is printed, with the same words at each place. The item itself is not named, since its id may be personal data.
 */
export interface DeviationEntry {
  /**
   * id is the id of the deviation.
   */
  id: string;
  /**
   * kind says in what way the control failed.
   */
  kind: DeviationKind;
  /**
   * nature says what happened.
   */
  nature: string;
  /**
   * attribute is what was looked for and not found, in words.
   */
  attribute?: string;
  /**
   * date is the day it happened.
   */
  date?: CalendarDate;
  /**
   * foundThrough says how it became known where no test found it.
   */
  foundThrough?: string;
  /**
   * corrected is the day it was put right.
   */
  corrected?: CalendarDate;
  /**
   * response is management's response, which was not examined.
   */
  response?: string;
}
/**
 * OtherInformation is a part of management's that stands in the report beside what was examined: a roadmap, a mapping to another framework. Nothing is concluded on it.
 */
export interface OtherInformation {
  /**
   * id identifies the part within the program.
   */
  id: RecordID;
  /**
   * title is its heading.
   */
  title: string;
  /**
   * paragraphs are management's words.
   */
  paragraphs: string[];
}
/**
 * A ReportSummary says what the record indicates for each subject and, where a practitioner gave an opinion, what it is. What is indicated is derived by rules and is nobody's opinion.
 */
export interface ReportSummary {
  /**
   * subjects hold one entry for each subject that the report covers, in the order of the report.
   */
  subjects: SubjectSummary[];
  /**
   * practitionerOpinion is the opinion that a named practitioner gave; absent means that none is recorded.
   */
  practitionerOpinion?: PractitionerOpinion;
  /**
   * counts are the numbers behind it.
   */
  counts: ReportCounts;
}
/**
 * A SubjectSummary is the outcome for one subject.
 */
export interface SubjectSummary {
  /**
   * subject is the subject.
   */
  subject: ExaminationSubject;
  /**
   * indicated is the opinion that the record indicates. It is not an opinion that anybody gave.
   */
  indicated: Indicated;
  /**
   * given is the opinion that the practitioner gave; absent where none is recorded.
   */
  given?: Opinion;
  /**
   * criteria are the trust services criteria of the findings behind indicated.
   */
  criteria: CriterionID[];
  /**
   * descriptionCriteria are the description criteria of those findings.
   */
  descriptionCriteria: DescriptionID[];
  /**
   * categories are the categories in scope that those criteria belong to.
   */
  categories: Category[];
  /**
   * findings say what the findings that count as material are, each in one sentence.
   */
  findings: string[];
  /**
   * open lists what is missing from the record for the subject, each as one sentence.
   */
  open: string[];
}
/**
 * A PractitionerOpinion records the opinion that a named practitioner gave. The library records it and cannot give it.
 */
export interface PractitionerOpinion {
  /**
   * practitioner is the person who answers for it.
   */
  practitioner: string;
  /**
   * firm is the firm that signs.
   */
  firm: string;
  /**
   * date is the date of the report: not before evidence and representations are in hand.
   */
  date: CalendarDate;
  /**
   * opinion is the opinion on each subject.
   */
  opinion: OpinionTuple;
  /**
   * additional are the opinions on further subject matter, one for each that the terms name.
   */
  additional?: AdditionalOpinion[];
  /**
   * basis are the paragraphs that state what led to a modified opinion.
   */
  basis?: BasisParagraph[];
}
/**
 * OpinionTuple holds the opinion on each of the three subjects. A subject that the report does not cover is absent.
 */
export interface OpinionTuple {
  /**
   * description is the opinion on the description of the system, measured against the description criteria.
   */
  description?: Opinion;
  /**
   * design is the opinion on the suitability of the design of controls.
   */
  design?: Opinion;
  /**
   * operating is the opinion on the operating effectiveness of controls; absent in a type 1 report.
   */
  operating?: Opinion;
}
/**
 * An AdditionalOpinion is the opinion on further subject matter.
 */
export interface AdditionalOpinion {
  /**
   * subject is the id of the additional subject.
   */
  subject: string;
  /**
   * opinion is the opinion.
   */
  opinion: Opinion;
  /**
   * paragraphs are the practitioner's words, with the basis of a modified opinion.
   */
  paragraphs: string[];
}
/**
 * A BasisParagraph states a matter that led to a modified opinion.
 */
export interface BasisParagraph {
  /**
   * subjects are the subjects whose opinion it modifies.
   *
   * @minItems 1
   */
  subjects: ExaminationSubject[];
  /**
   * criteria are the trust services criteria that it names.
   */
  criteria?: CriterionID[];
  /**
   * descriptionCriteria are the description criteria that it names.
   */
  descriptionCriteria?: DescriptionID[];
  /**
   * text is the paragraph.
   */
  text: string;
}
/**
 * ReportCounts are numbers of records in the report.
 */
export interface ReportCounts {
  /**
   * criteria is the number of criteria that apply for the categories, those not relevant included.
   */
  criteria: number;
  /**
   * notRelevant is the number of those that the description says are not relevant.
   */
  notRelevant: number;
  /**
   * carvedOut is the number of criteria left to subservice organizations alone.
   */
  carvedOut: number;
  /**
   * withoutControl is the number of criteria for which no control, carve-out or reason is given.
   */
  withoutControl: number;
  /**
   * controls is the number of controls under the criteria, each counted once.
   */
  controls: number;
  /**
   * tests is the number of tests planned or done on those controls; 0 in a type 1.
   */
  tests: number;
  /**
   * withoutResult is the number of those tests that have no final result.
   */
  withoutResult: number;
  /**
   * deviations is the number of deviations printed, each counted once.
   */
  deviations: number;
}
/**
 * A MissingPart is something that a report lacks.
 */
export interface MissingPart {
  /**
   * code names the kind.
   */
  code: MissingCode;
  /**
   * section is the kind of the section that lacks it; absent where it is about the whole report.
   */
  section?: SectionKind;
  /**
   * part is the element, criterion, control or subject that it is about, by id; absent where there is none.
   */
  part?: string;
  /**
   * text says what is missing.
   */
  text: string;
  /**
   * blocks says that the report stays a draft while it is missing.
   */
  blocks: boolean;
}
/**
 * An Engagement is a program and a fieldwork joined.
 */
export interface Engagement {
  /**
   * kind is "engagement".
   */
  kind: 'engagement';
  /**
   * schemaVersion is the version of the document's shape, MAJOR.MINOR.
   */
  schemaVersion: '1.0';
  /**
   * program is management's document.
   */
  program: Program;
  /**
   * fieldwork is the auditor's document.
   */
  fieldwork: Fieldwork;
}
/**
 * A Program is everything that management owns of an examination: one document, kept by the service organization.
 */
export interface Program {
  /**
   * kind is "program".
   */
  kind: 'program';
  /**
   * schemaVersion is the version of the document's shape, MAJOR.MINOR.
   */
  schemaVersion: '1.0';
  /**
   * id identifies the program, such as "acme-2026".
   */
  id: RecordID;
  /**
   * editions name the editions of the texts followed.
   */
  editions: Editions;
  /**
   * terms fix what the examination covers and when.
   */
  terms: Terms;
  /**
   * parties are those who have a part in it.
   */
  parties: Parties;
  /**
   * system is what is examined, with management's description.
   */
  system: System;
  /**
   * commitments are what the organization promised its users, and what the system must do for that.
   */
  commitments: Commitment[];
  /**
   * subserviceOrganizations are vendors whose controls may be needed together with the organization's own.
   */
  subserviceOrganizations?: SubserviceOrganization[];
  /**
   * userEntityControls are the CUECs.
   */
  userEntityControls?: UserEntityControl[];
  /**
   * userResponsibilities are duties of users that no opinion depends on.
   */
  userResponsibilities?: UserResponsibility[];
  /**
   * controls are the organization's controls.
   */
  controls: Control[];
  /**
   * criteria say for each criterion what meets it, or why it is not relevant.
   */
  criteria: CriterionControls[];
  /**
   * riskAssessments record when risks were assessed.
   */
  riskAssessments?: RiskAssessment[];
  /**
   * risks is the risk register.
   */
  risks?: Risk[];
  /**
   * policies are the organization's policies.
   */
  policies?: Policy[];
  /**
   * vendorReports are reports received on subservice organizations and vendors.
   */
  vendorReports?: VendorReport[];
  /**
   * evidence lists the items of evidence.
   */
  evidence?: EvidenceItem[];
  /**
   * populations are the populations that tests are taken from.
   */
  populations?: Population[];
  /**
   * accessReviews are the reviews of who has access, with what was reviewed.
   */
  accessReviews?: AccessReview[];
  /**
   * monitoringGaps are times in which a tool that collects evidence was not connected.
   */
  monitoringGaps?: MonitoringGap[];
  /**
   * requests are what the firm asked for.
   */
  requests?: EvidenceRequest[];
  /**
   * remediation lists what is being put right.
   */
  remediation?: RemediationAction[];
  /**
   * otherInformation is what management adds to the report beside what is examined (Section V).
   */
  otherInformation?: OtherInformation[];
  /**
   * priorReports are earlier reports on the system.
   */
  priorReports?: PriorReport[];
  /**
   * labels are the organization's own short notes, by name.
   */
  labels?: {
    [k: string]: string;
  };
  /**
   * extensions hold other tools' data, by name; they mean nothing here and come back out as they went in.
   */
  extensions?: {
    [k: string]: unknown;
  };
}
/**
 * Terms fix what an examination covers and when.
 */
export interface Terms {
  /**
   * type is type1 or type2.
   */
  type: ReportType;
  /**
   * status is how far the examination has come.
   */
  status: EngagementStage;
  /**
   * asOf is the day of a type 1 examination; absent in a type 2.
   */
  asOf?: CalendarDate;
  /**
   * period holds the first and the last day of a type 2 examination, both inside; absent in a type 1.
   */
  period?: Period;
  /**
   * categories are the trust services categories covered, each once. The common criteria apply whichever they are.
   *
   * @minItems 1
   */
  categories: Category[];
  /**
   * additionalSubjects are what the examination covers beyond SOC 2 ("SOC 2+").
   */
  additionalSubjects?: AdditionalSubject[];
  /**
   * attribution says to which period a scheduled occurrence belongs: by its due date (absent means this) or by the end of its interval. One choice for the whole examination, the same as in the period before.
   */
  attribution?: Attribution;
  /**
   * holidays are days that are no business days for the organization, used for controls due on business days.
   */
  holidays?: CalendarDate[];
}
/**
 * An AdditionalSubject is subject matter that an examination covers beyond SOC 2 ("SOC 2+"), measured against criteria of its own, with an opinion of its own. A mapping to another framework is none: it is OtherInformation.
 */
export interface AdditionalSubject {
  /**
   * id identifies the subject within the terms.
   */
  id: RecordID;
  /**
   * title says what the subject matter is.
   */
  title: string;
  /**
   * criteria names the criteria that it is measured against, with their publisher and edition. Readers must be able to get them.
   */
  criteria: string;
}
/**
 * Parties are those who have a part in the examination, besides subservice organizations.
 */
export interface Parties {
  /**
   * serviceOrganization is the organization whose system is examined.
   */
  serviceOrganization: Organization;
  /**
   * serviceAuditor is the firm; absent until one is engaged.
   */
  serviceAuditor?: Firm;
  /**
   * engagingParty engaged the firm; absent means that the service organization did.
   */
  engagingParty?: Organization;
  /**
   * addressee is to whom the report is addressed; absent means the engaging party's management.
   */
  addressee?: string;
  /**
   * userEntities says in one sentence who uses the system.
   */
  userEntities?: string;
}
/**
 * A System is what is examined, as management describes it.
 */
export interface System {
  /**
   * name is the system's name, the same in every section of the report.
   */
  name: string;
  /**
   * otherNames are names by which it is also known, for instance a product's.
   */
  otherNames?: string[];
  /**
   * description holds the sections of management's description, one for each description criterion.
   */
  description: DescriptionSection[];
  /**
   * components are the parts of the system, and those considered and left out.
   */
  components: SystemComponent[];
  /**
   * inventory lists systems and vendors known from elsewhere.
   */
  inventory?: InventoryEntry[];
  /**
   * incidents are the system incidents known, whether or not the description must disclose them.
   */
  incidents?: Incident[];
  /**
   * incidentQuery is the id of the evidence of the query that shows which incidents there were, above all when none is claimed.
   */
  incidentQuery?: RecordID;
  /**
   * changes are the changes to the system and its controls in the period.
   */
  changes?: SystemChange[];
  /**
   * privacyRole is the organization's role for personal information; needed for the privacy category.
   */
  privacyRole?: PrivacyRole;
  /**
   * privacyNotice is where the privacy notice is found.
   */
  privacyNotice?: string;
}
/**
 * A DescriptionSection is management's text for one description criterion, or its reason why the criterion does not apply.
 */
export interface DescriptionSection {
  /**
   * id is the description criterion that the section answers, DC1 to DC9; each has at most one section.
   */
  id: DescriptionID;
  /**
   * paragraphs are management's words, one entry a paragraph.
   */
  paragraphs?: string[];
  /**
   * notApplicable is management's reason why the criterion does not apply; absent where there are paragraphs.
   */
  notApplicable?: string;
}
/**
 * An InventoryEntry is a system or vendor known from somewhere else than the description, such as payments, sign-on or a cloud account, and held against it.
 */
export interface InventoryEntry {
  /**
   * id identifies the entry within the program.
   */
  id: RecordID;
  /**
   * name is what the source calls it.
   */
  name: string;
  /**
   * source is where it was found.
   */
  source: string;
  /**
   * necessary says whether its controls are needed for the commitments; absent means that nobody decided.
   */
  necessary?: Answer;
  /**
   * decision says who decided on necessary, when and why.
   */
  decision?: Decision;
}
/**
 * A Decision says who decided something, when and why. What was decided stands beside it. A decision that lacks any of the three counts as not made.
 */
export interface Decision {
  /**
   * decider is the person who decided, by name or role.
   */
  decider?: string;
  /**
   * date is the day of the decision.
   */
  date?: CalendarDate;
  /**
   * reason says why, in a sentence that a reviewer can weigh.
   */
  reason?: string;
}
/**
 * An Incident is an event that needed management's action to protect what the system is for; not only security events are (DC 4). The description discloses those that came from controls which were not suitable or not effective, or that otherwise led to a significant failure to keep a commitment or requirement.
 */
export interface Incident {
  /**
   * id identifies the incident within the program.
   */
  id: RecordID;
  /**
   * occurred is the day it began.
   */
  occurred: CalendarDate;
  /**
   * found is the day it was found.
   */
  found?: CalendarDate;
  /**
   * nature says what happened, without detail that would help an attacker.
   */
  nature: string;
  /**
   * effect says how far it went and on whom.
   */
  effect?: string;
  /**
   * resolution says how it was ended.
   */
  resolution?: string;
  /**
   * controlFailure says whether it came from controls not suitable or not effective.
   */
  controlFailure?: Answer;
  /**
   * significant says whether the description must disclose it; absent means that nobody decided.
   */
  significant?: Answer;
  /**
   * decision says who decided on significant, when and why.
   */
  decision?: Decision;
  /**
   * disclosed says whether the description discloses it (DC 4).
   */
  disclosed: boolean;
}
/**
 * A SystemChange is a change to the system or its controls within the period (DC 9).
 */
export interface SystemChange {
  /**
   * id identifies the change within the program.
   */
  id: RecordID;
  /**
   * date is the day it took effect.
   */
  date: CalendarDate;
  /**
   * what says what changed.
   */
  what: string;
  /**
   * before says how it was.
   */
  before?: string;
  /**
   * after says how it is since.
   */
  after?: string;
  /**
   * significant says whether the description must disclose it; absent means that nobody decided.
   */
  significant?: Answer;
  /**
   * decision says who decided on significant, when and why.
   */
  decision?: Decision;
  /**
   * disclosed says whether the description discloses it (DC 9).
   */
  disclosed: boolean;
  /**
   * riskAssessment is the id of the risk assessment that considered it.
   */
  riskAssessment?: RecordID;
}
/**
 * A Commitment is a service commitment or a system requirement (DC 2). Controls exist so that these are kept; opinions are on whether they were.
 */
export interface Commitment {
  /**
   * id identifies the commitment within the program.
   */
  id: RecordID;
  /**
   * kind tells a commitment from a requirement.
   */
  kind: CommitmentKind;
  /**
   * text states it.
   */
  text: string;
  /**
   * categories are the trust services categories it belongs to.
   */
  categories: Category[];
  /**
   * source is where it was made: a contract, a service level agreement, a notice, a law.
   */
  source: string;
  /**
   * principal says whether a broad set of users shares it; the description states those.
   */
  principal: boolean;
  /**
   * dueWithin is the time it allows for something; absent means none.
   */
  dueWithin?: Allowance;
}
/**
 * An Allowance is the time allowed after an event, such as one business day to remove a leaver's access. Exactly one field is set.
 */
export interface Allowance {
  /**
   * hours is the time allowed in hours, each of 3600 seconds. 1 to 87600.
   */
  hours?: number;
  /**
   * days is the time allowed in days: 1 is until the end of the day after the event. 1 to 3660.
   */
  days?: number;
  /**
   * businessDays is the time allowed in business days: 1 is until the end of the first business day after the event. 1 to 3660.
   */
  businessDays?: number;
}
/**
 * A SubserviceOrganization (also "subprocessor") is a vendor whose services matter to users and whose controls are needed together with the organization's own to keep its commitments (DC 7). A vendor whose controls are not needed is just a vendor.
 */
export interface SubserviceOrganization {
  /**
   * id identifies it within the program.
   */
  id: RecordID;
  /**
   * name is its name, or its function where the name is not disclosed.
   */
  name: string;
  /**
   * services says what it does for the system.
   */
  services: string;
  /**
   * necessary says whether its controls are needed; absent means that nobody decided.
   */
  necessary?: Answer;
  /**
   * decision says who decided on necessary, when and why.
   */
  decision?: Decision;
  /**
   * method is carve-out or inclusive.
   */
  method?: SubserviceMethod;
  /**
   * disclosed says whether the description names it and its method (DC 7).
   */
  disclosed: boolean;
  /**
   * criteria are those meant to be met by its controls; the description lists each one (carve-out).
   */
  criteria?: CriterionID[];
  /**
   * controls are the kinds of its controls that are assumed, CSOCs (carve-out); an inclusive one has none.
   */
  controls?: SubserviceControl[];
  /**
   * assertion is the id of the evidence of its own assertion (inclusive).
   */
  assertion?: string;
  /**
   * representations is the id of the evidence of its own representation letter (inclusive).
   */
  representations?: string;
}
/**
 * A UserEntityControl is a CUEC, a complementary user entity control: one that users must operate for the commitments to be kept. It is one only if it is both assumed in the design and necessary; a duty that merely makes use of the service possible is a UserResponsibility.
 */
export interface UserEntityControl {
  /**
   * id identifies it within the program.
   */
  id: RecordID;
  /**
   * text says what users must do.
   */
  text: string;
  /**
   * assumed says whether the design of the organization's controls assumes it.
   */
  assumed?: Answer;
  /**
   * necessary says whether the commitments cannot be kept without it.
   */
  necessary?: Answer;
  /**
   * criteria are those it helps to meet.
   */
  criteria: CriterionID[];
  /**
   * listed says whether the description lists it (DC 6).
   */
  listed: boolean;
}
/**
 * A Control is one activity of the service organization, stated so that a service auditor can test it: who does what, how often, leaving what behind.
 */
export interface Control {
  /**
   * id is the organization's own identifier, such as "AC-07". Required; unique within the program.
   */
  id: ControlID;
  /**
   * title is a short name for lists.
   */
  title?: string;
  /**
   * text states the control. It stands in the description and, with the same words, beside the tests.
   */
  text: string;
  /**
   * criteria lists what the control helps to meet, each once. At least one. It is a mapping: which controls suffice together is said by the criterion's alternatives.
   *
   * @minItems 1
   */
  criteria: CriterionID[];
  /**
   * described says whether the description contains the control. One that it does not contain counts for nothing.
   */
  described: boolean;
  /**
   * relied says whether the examination relies on the control. One that it does not rely on counts for nothing.
   */
  relied: boolean;
  /**
   * from is the first day the description gives the control; absent means from before the period.
   */
  from?: CalendarDate;
  /**
   * to is the last day the description gives the control; absent means until after the period.
   */
  to?: CalendarDate;
  /**
   * versions are the wordings that applied one after another within the period, where it changed. Each is tested on its own. Absent means that text applied throughout.
   */
  versions?: ControlVersion[];
  /**
   * automation says who or what performs it.
   */
  automation: Automation;
  /**
   * purpose says whether it prevents, detects or corrects.
   */
  purpose?: Purpose;
  /**
   * frequency says when it is due: at intervals, on a trigger, or continuously.
   */
  frequency: Frequency;
  /**
   * dueWithin is the time allowed after the trigger; absent means that none is stated.
   */
  dueWithin?: Allowance;
  /**
   * owner is the person or role that answers for it.
   */
  owner: string;
  /**
   * performer is the person, role or system that performs it; absent means the owner.
   */
  performer?: string;
  /**
   * approver is the person or role that approves where the control is an approval.
   */
  approver?: string;
  /**
   * variants are the distinct configurations of an automated control; each is tested. Absent means one.
   */
  variants?: string[];
  /**
   * dependsOn are the controls over change and access without which one look at an automated control proves nothing for a period.
   */
  dependsOn?: ControlID[];
  /**
   * monitors are the ids of the subservice organizations that the control monitors.
   */
  monitors?: RecordID[];
  /**
   * commitments are the ids of the commitments and requirements that it serves.
   */
  commitments?: RecordID[];
  /**
   * risks are the ids of the risks that it answers.
   */
  risks?: RecordID[];
}
/**
 * A ControlVersion is the wording of a control for part of the period.
 */
export interface ControlVersion {
  /**
   * from is the first day of the wording.
   */
  from: CalendarDate;
  /**
   * to is its last day; absent means until after the period.
   */
  to?: CalendarDate;
  /**
   * text is the wording.
   */
  text: string;
  /**
   * tool is the system that performed or supported the control then.
   */
  tool?: string;
}
/**
 * A Frequency says how often a control is performed: on a schedule, on each event of a kind, both (a risk assessment every year and on each significant change), or always.
 */
export interface Frequency {
  /**
   * interval is the schedule, or "continuous" for what is always in force. Absent if only events call for the control.
   */
  interval?: Interval;
  /**
   * trigger names the event that calls for the control, such as "termination of employment". Absent if there is none.
   */
  trigger?: string;
  /**
   * anchor is the first day of one interval; the others follow it and precede it without a gap. Months are counted from it and end early where a month is too short. Absent means the calendar: the year and its halves, quarters and months, weeks from Monday, and fortnights from Monday 0001-01-01. Daily intervals have no use for it.
   */
  anchor?: CalendarDate;
  /**
   * graceDays is how many days after the end of an interval its occurrence is due; 0, the default, is the last day of the interval itself. 0 to 366.
   */
  graceDays?: number;
  /**
   * graceBusinessDays is the same in business days: 1 is the first business day after the end of the interval. 0 to 366; at most one of the two kinds of grace is given.
   */
  graceBusinessDays?: number;
}
/**
 * CriterionControls says what meets one criterion, or why it is not relevant to the system.
 */
export interface CriterionControls {
  /**
   * id is the criterion.
   */
  id: CriterionID;
  /**
   * alternatives each suffice on their own. None means that nothing is said to meet the criterion.
   */
  alternatives?: Alternative[];
  /**
   * notRelevantReason is why the criterion is not relevant to the system (DC 8): about the system, not about missing controls. A common criterion is always relevant.
   */
  notRelevantReason?: string;
}
/**
 * An Alternative is a set of members that together suffice for a criterion.
 */
export interface Alternative {
  /**
   * members must all hold. At least one.
   *
   * @minItems 1
   */
  members: AlternativeMember[];
  /**
   * note says how they address the criterion together.
   */
  note?: string;
}
/**
 * A RiskAssessment records that risks were assessed on a day.
 */
export interface RiskAssessment {
  /**
   * id identifies the assessment within the program.
   */
  id: RecordID;
  /**
   * performed is the day it was done.
   */
  performed: CalendarDate;
  /**
   * scope says what it was about: the whole system, or a change.
   */
  scope: string;
}
/**
 * A Risk is something that could keep the organization from keeping a commitment or requirement.
 */
export interface Risk {
  /**
   * id identifies the risk within the program.
   */
  id: RecordID;
  /**
   * title names it.
   */
  title: string;
  /**
   * kind groups it: fraud, change, vendor, technology, people, or the organization's own word.
   */
  kind?: string;
  /**
   * commitments are the ids of the commitments and requirements that it threatens.
   */
  commitments?: RecordID[];
  /**
   * inherent is its rating before controls, in the words of the organization's own scale.
   */
  inherent?: string;
  /**
   * residual is its rating after controls.
   */
  residual?: string;
  /**
   * response says what is done about it: reduce, avoid, share or accept.
   */
  response?: string;
  /**
   * owner is the person or role that answers for it.
   */
  owner?: string;
  /**
   * due is the day by which the response is due.
   */
  due?: CalendarDate;
  /**
   * acceptance records who accepted it, when and why.
   */
  acceptance?: Decision;
  /**
   * acceptedTo is the day on which an acceptance ends.
   */
  acceptedTo?: CalendarDate;
}
/**
 * A Policy is a policy of the organization and the versions of it that were in force.
 */
export interface Policy {
  /**
   * id identifies the policy within the program.
   */
  id: RecordID;
  /**
   * title names it.
   */
  title: string;
  /**
   * location is where its text is found, for instance an address.
   */
  location?: string;
  /**
   * controls are the controls that carry it out.
   */
  controls?: ControlID[];
  /**
   * deadlines are the times that its text allows for something.
   */
  deadlines?: Deadline[];
  /**
   * versions are its versions, in the order of time.
   */
  versions: PolicyVersion[];
}
/**
 * A Deadline is a time that a policy allows, to be held against what records show.
 */
export interface Deadline {
  /**
   * what says what must be done.
   */
  what: string;
  /**
   * within is the time allowed.
   */
  within: Allowance;
}
/**
 * A PolicyVersion is one version of a policy.
 */
export interface PolicyVersion {
  /**
   * approved is the day it was approved.
   */
  approved: CalendarDate;
  /**
   * approver is who approved it.
   */
  approver?: string;
  /**
   * from is the first day it was in force.
   */
  from: CalendarDate;
  /**
   * to is the last day; absent means that it still is.
   */
  to?: CalendarDate;
}
/**
 * A VendorReport is what management keeps of a report it received on a subservice organization or vendor. Exceptions on criteria that are carved out to it are contrary evidence: management must decide whether its assumption still stands.
 */
export interface VendorReport {
  /**
   * id identifies the report within the program.
   */
  id: RecordID;
  /**
   * subserviceOrganization is the id of the subservice organization; absent for another vendor.
   */
  subserviceOrganization?: RecordID;
  /**
   * vendor is the vendor's name where it is no subservice organization.
   */
  vendor?: string;
  /**
   * kind says what the document is, such as "SOC 2 type 2" or "ISO/IEC 27001 certificate".
   */
  kind: string;
  /**
   * period is the time it covers.
   */
  period?: Period;
  /**
   * opinion is its opinion for each subject.
   */
  opinion?: OpinionTuple;
  /**
   * exceptions are the matters it states.
   */
  exceptions?: ReportException[];
  /**
   * bridgedTo is the day up to which a bridge letter extends it.
   */
  bridgedTo?: CalendarDate;
  /**
   * received is the day it came.
   */
  received?: CalendarDate;
  /**
   * reviewed is the day management reviewed it; absent means not reviewed.
   */
  reviewed?: CalendarDate;
  /**
   * reviewer is who reviewed it.
   */
  reviewer?: string;
  /**
   * conclusion is what management made of it.
   */
  conclusion?: string;
}
/**
 * A ReportException is one matter that somebody's report states: a deviation, or a criterion that was not met.
 */
export interface ReportException {
  /**
   * criterion is the criterion it concerns, where the report says.
   */
  criterion?: CriterionID;
  /**
   * control is the control it concerns, by the id in that report.
   */
  control?: string;
  /**
   * text says what the matter was.
   */
  text: string;
}
/**
 * An EvidenceItem is one piece of evidence: a file or record, with where it came from and what time it speaks of. Its three times are kept apart: when it was made, when it was collected, and which days it is evidence for.
 */
export interface EvidenceItem {
  /**
   * id identifies the item within the program.
   */
  id: RecordID;
  /**
   * title says what it is.
   */
  title: string;
  /**
   * class is the sort of record, such as ClassTicket; other words are allowed.
   */
  class: string;
  /**
   * source is the system or person it came from.
   */
  source: string;
  /**
   * collector is who or what collected it.
   */
  collector?: string;
  /**
   * created is when it was made.
   */
  created?: Instant;
  /**
   * collected is when it was collected.
   */
  collected?: Instant;
  /**
   * covers holds the first and last day that it is evidence for.
   */
  covers?: Period;
  /**
   * controls are the controls that it is about.
   */
  controls?: ControlID[];
  /**
   * digest is the SHA-256 of the file.
   */
  digest?: Digest;
  /**
   * query is the query, filter or parameters that produced it.
   */
  query?: string;
  /**
   * note tells of redaction, alteration or late creation.
   */
  note?: string;
}
/**
 * A Population is every occurrence of what a control acts on in a span of time: the whole from which a sample is taken.
 */
export interface Population {
  /**
   * id identifies the population within the program.
   */
  id: RecordID;
  /**
   * controls are the controls it is used to test.
   */
  controls: ControlID[];
  /**
   * period holds the first and last day of the occurrences.
   */
  period: Period;
  /**
   * definition says what belongs to it.
   */
  definition: string;
  /**
   * source is the system that produced the listing.
   */
  source: string;
  /**
   * independentSource is another source that the listing was held against for completeness.
   */
  independentSource?: string;
  /**
   * query is the query, filter or parameters that produced the listing.
   */
  query?: string;
  /**
   * extracted is when the listing was produced.
   */
  extracted?: Instant;
  /**
   * extractor is who or what produced it.
   */
  extractor?: string;
  /**
   * count is the number of items, at least 0.
   */
  count: number;
  /**
   * digest is the SHA-256 of the listing exactly as received.
   */
  digest?: Digest;
  /**
   * root is the Merkle root of the item ids, as the sampling protocol computes it.
   */
  root?: Hex;
  /**
   * checks are the procedures on the completeness and accuracy of the listing (IPE, information produced by the entity).
   */
  checks?: PopulationCheck[];
  /**
   * items are the items themselves, where the program carries them; then there are count of them.
   */
  items?: PopulationItem[];
}
/**
 * A PopulationCheck is one procedure on the completeness or accuracy of a listing.
 */
export interface PopulationCheck {
  /**
   * aim is completeness or accuracy.
   */
  aim: CheckAim;
  /**
   * text says what was done.
   */
  text: string;
  /**
   * held says whether the listing stood the check; absent means that it could not be told.
   */
  held?: Answer;
  /**
   * finding says what was found.
   */
  finding?: string;
  /**
   * evidence are the ids of the items that show it.
   */
  evidence?: RecordID[];
}
/**
 * A PopulationItem is one occurrence. Which fields it has depends on what is tested; an absent one is unknown.
 */
export interface PopulationItem {
  /**
   * id identifies the item within the population, by the rule for item ids of the sampling protocol.
   */
  id: string;
  /**
   * occurred is when the occurrence took place: the change went live, the leaver left.
   */
  occurred?: Instant;
  /**
   * due is the day by which the control had to act.
   */
  due?: CalendarDate;
  /**
   * requested is when it was asked for.
   */
  requested?: Instant;
  /**
   * approved is when it was approved.
   */
  approved?: Instant;
  /**
   * done is when the control had acted.
   */
  done?: Instant;
  /**
   * performer is who did it, by name or pseudonym.
   */
  performer?: string;
  /**
   * approver is who approved it.
   */
  approver?: string;
  /**
   * basis says what an approval rests on, in the words of the source.
   */
  basis?: string;
  /**
   * emergency says whether it went the way for emergencies.
   */
  emergency?: Answer;
}
/**
 * An AccessReview is one review of who has access, with the listing that was reviewed. A listing that leaves a system or an account out makes the review worth less than it looks. Reviews are kept for people to weigh: what is concluded rests on the test of the control.
 */
export interface AccessReview {
  /**
   * id identifies the review within the program.
   */
  id: RecordID;
  /**
   * control is the control that the review carries out.
   */
  control: ControlID;
  /**
   * systems are the systems that the listing covers, by name or component id.
   */
  systems: string[];
  /**
   * accounts is the number of accounts on the listing, at least 0.
   */
  accounts: number;
  /**
   * listing is the id of the evidence of the listing.
   */
  listing?: RecordID;
  /**
   * due is the day by which the review was due.
   */
  due?: CalendarDate;
  /**
   * done is the day it was done; absent means not done.
   */
  done?: CalendarDate;
  /**
   * reviewer is who decided.
   */
  reviewer?: string;
  /**
   * revocations are the accounts whose access the review decided to end.
   */
  revocations?: Revocation[];
}
/**
 * A Revocation is an access that a review decided to end.
 */
export interface Revocation {
  /**
   * account is the account, by name or pseudonym.
   */
  account: string;
  /**
   * system is the system.
   */
  system: string;
  /**
   * executed is the day the access ended; absent means that it has not.
   */
  executed?: CalendarDate;
}
/**
 * A MonitoringGap is a time in which a tool that collects evidence was not connected. What it would have seen then is not known; silence is not a pass. Gaps are kept for people to weigh: no conclusion is drawn from them here.
 */
export interface MonitoringGap {
  /**
   * id identifies the gap within the program.
   */
  id: RecordID;
  /**
   * connection is what was not connected.
   */
  connection: string;
  /**
   * period holds the first and last day of the gap.
   */
  period: Period;
  /**
   * controls are the controls whose evidence comes that way.
   */
  controls?: ControlID[];
}
/**
 * An EvidenceRequest ("PBC", prepared by client) asks management for something that the examination needs.
 */
export interface EvidenceRequest {
  /**
   * id identifies the request within the program.
   */
  id: RecordID;
  /**
   * kind says what is asked for.
   */
  kind: EvidenceRequestKind;
  /**
   * text says it so that the owner can answer.
   */
  text: string;
  /**
   * controls are the controls that it concerns.
   */
  controls?: ControlID[];
  /**
   * criteria are the criteria that it concerns.
   */
  criteria?: CriterionID[];
  /**
   * period is the time that the answer must cover.
   */
  period?: Period;
  /**
   * format is the form wanted.
   */
  format?: string;
  /**
   * owner is who answers.
   */
  owner?: string;
  /**
   * due is the day by which the answer is due.
   */
  due?: CalendarDate;
  /**
   * received is the day it came.
   */
  received?: CalendarDate;
  /**
   * accepted says whether the firm took it; absent means not looked at.
   */
  accepted?: Answer;
  /**
   * rejectedReason is why it did not.
   */
  rejectedReason?: string;
  /**
   * evidence are the ids of the items that answer it.
   */
  evidence?: RecordID[];
}
/**
 * A RemediationAction puts something right: a gap, a deficiency, an exception of the last report.
 */
export interface RemediationAction {
  /**
   * id identifies the action within the program.
   */
  id: RecordID;
  /**
   * what says what is to be done.
   */
  what: string;
  /**
   * origin says what it puts right, such as the id of a prior report's exception.
   */
  origin?: string;
  /**
   * criteria are the criteria that it concerns.
   */
  criteria?: CriterionID[];
  /**
   * owner is who does it.
   */
  owner?: string;
  /**
   * opened is the day it was opened.
   */
  opened?: CalendarDate;
  /**
   * due is the day by which it is due.
   */
  due?: CalendarDate;
  /**
   * closed is the day it was done.
   */
  closed?: CalendarDate;
  /**
   * status is how far it has come.
   */
  status: RemediationStatus;
  /**
   * dependsOn are the ids of actions that must be done first.
   */
  dependsOn?: RecordID[];
}
/**
 * A PriorReport is what the program keeps of the last report on the same system.
 */
export interface PriorReport {
  /**
   * id identifies the report within the program.
   */
  id: RecordID;
  /**
   * type is type1 or type2.
   */
  type: ReportType;
  /**
   * asOf is the day of a type 1.
   */
  asOf?: CalendarDate;
  /**
   * period is the period of a type 2.
   */
  period?: Period;
  /**
   * auditor is the firm that gave it.
   */
  auditor?: string;
  /**
   * opinion is its opinion for each subject.
   */
  opinion?: OpinionTuple;
  /**
   * exceptions are the matters it states.
   */
  exceptions?: ReportException[];
  /**
   * notOperated are controls that did not operate in its period.
   */
  notOperated?: string[];
}
/**
 * A Fieldwork is the auditor's document: what was planned, selected, tested, found and judged. The firm owns it and does not hand it to the client.
 */
export interface Fieldwork {
  /**
   * kind is "fieldwork".
   */
  kind: 'fieldwork';
  /**
   * schemaVersion is the version of the document's shape, MAJOR.MINOR.
   */
  schemaVersion: '1.0';
  /**
   * id identifies the fieldwork.
   */
  id: RecordID;
  /**
   * programDigest is the SHA-256 of the exact bytes of the program it belongs to; absent only where program and fieldwork are kept in one file.
   */
  programDigest?: Digest;
  /**
   * methodology holds the firm's choices for the whole engagement.
   */
  methodology?: Methodology;
  /**
   * independence records whether the firm is independent of the client.
   */
  independence?: Independence;
  /**
   * plans say what each test must look at. A plan without a test blocks a conclusion on its control.
   */
  plans: TestPlan[];
  /**
   * selections are the records of which items were drawn.
   */
  selections?: DrawnSample[];
  /**
   * tests are what was done and found.
   */
  tests: ControlTest[];
  /**
   * deviations are all that were identified, by tests or otherwise. Each is printed.
   */
  deviations: Deviation[];
  /**
   * findings are misstatements and limitations entered by hand, beside those that follow from the record.
   */
  findings?: Finding[];
  /**
   * contraryEvidence is what speaks against an assumption about a subservice organization.
   */
  contraryEvidence?: ContraryEvidence[];
  /**
   * judgments are the decisions that people made.
   */
  judgments?: Judgments;
  /**
   * subsequentEvents are what became known after the end of the period.
   */
  subsequentEvents?: SubsequentEvent[];
  /**
   * subsequentProceduresTo is the day up to which the firm looked for such events.
   */
  subsequentProceduresTo?: CalendarDate;
  /**
   * letters are management's assertion and representations, and what management refused.
   */
  letters?: Letters;
  /**
   * practitionerOpinion is the opinion that a named practitioner gave; absent means that everything is a draft.
   */
  practitionerOpinion?: PractitionerOpinion;
  /**
   * wording replaces the library's sentences, element by element, with the firm's.
   */
  wording?: ElementWording[];
  /**
   * waivers record problems that a named person decided do not matter here. They are kept with the record: nothing in this module leaves a problem out for one.
   */
  waivers?: Waiver[];
  /**
   * distribution records who received which report under which agreement.
   */
  distribution?: ReportRecipient[];
  /**
   * labels are the firm's own short notes, by name.
   */
  labels?: {
    [k: string]: string;
  };
  /**
   * extensions hold other tools' data, by name; they mean nothing here and come back out as they went in.
   */
  extensions?: {
    [k: string]: unknown;
  };
}
/**
 * Methodology holds the firm's choices for the whole engagement. No standard fixes them; the firm owns them.
 */
export interface Methodology {
  /**
   * tolerableRate is the rate of deviation up to which a control is still effective, for plans that state none.
   */
  tolerableRate?: Rate;
  /**
   * riskOfOverreliance is the risk of overreliance, 1 minus confidence, for plans that state none. Like tolerableRate it is needed for a type 2, and means nothing in a type 1, where no operation is tested.
   */
  riskOfOverreliance?: Rate;
  /**
   * designToOperating says whether unsuitable design makes operation unmet; absent means cascading.
   */
  designToOperating?: Cascade;
  /**
   * note tells where the choices come from.
   */
  note?: string;
}
/**
 * Independence records whether the firm is independent of the client. Where it is impaired, no report can be given.
 */
export interface Independence {
  /**
   * confirmed says whether the firm confirmed its independence.
   */
  confirmed?: Answer;
  /**
   * impairments are what impairs it.
   */
  impairments?: string[];
  /**
   * decision says who confirmed it, when and on what ground.
   */
  decision?: Decision;
}
/**
 * A TestPlan says what a test of a control must look at. It is filed before the test; a plan without a test blocks a conclusion, so that no test can be lost unnoticed.
 */
export interface TestPlan {
  /**
   * id identifies the plan within the fieldwork.
   */
  id: RecordID;
  /**
   * control is the control to be tested.
   */
  control: ControlID;
  /**
   * period holds the first and last day that the test speaks for.
   */
  period: Period;
  /**
   * extent says how items are chosen.
   */
  extent: TestExtent;
  /**
   * population is the id of the program's population; absent where none is listed, as for a configuration.
   */
  population?: RecordID;
  /**
   * sampling is the sampling plan of a random sample; absent takes the rates of the fieldwork's methodology.
   */
  sampling?: SamplingPlan;
  /**
   * attributes are what is looked for in each item.
   */
  attributes?: TestAttribute[];
}
/**
 * A SamplingPlan states what an attribute test must be able to conclude, as data that can be filed with the workpapers and reperformed.
 */
export interface SamplingPlan {
  /**
   * model is the law that the size is computed from. Absent means hypergeometric where population is given, else binomial.
   */
  model?: SamplingModel;
  /**
   * tolerableRate is the tolerable rate of deviation: the highest rate at which the control can still be relied upon. Above 0 and below 1.
   */
  tolerableRate: Rate;
  /**
   * expectedRate is the rate of deviation expected in the population; "0" where none is expected. Below tolerableRate. The sample may hold n x expectedRate deviations, rounded up.
   */
  expectedRate: Rate;
  /**
   * riskOfOverreliance is the risk of overreliance: the probability of accepting a sample from a population that deviates at the tolerable rate. It is 1 - confidence; above 0 and below 1.
   */
  riskOfOverreliance: Rate;
  /**
   * population is the number of items in the population, at most 1,000,000,000,000; 0 means without limit. The hypergeometric model requires it; the others only refuse a sample that is larger.
   */
  population?: number;
  /**
   * convention says how many deviations in the population stand for tolerableRate, under the hypergeometric model. Absent means ceil.
   */
  convention?: SamplingConvention;
}
/**
 * A TestAttribute is one thing that a tester looks for in each item.
 */
export interface TestAttribute {
  /**
   * id identifies the attribute within its plan, such as "A".
   */
  id: RecordID;
  /**
   * text says what must be so for the item to be without deviation.
   */
  text: string;
}
/**
 * A DrawnSample is the record of which items were selected for a plan, with what anybody needs to select them again.
 */
export interface DrawnSample {
  /**
   * id identifies the selection within the fieldwork.
   */
  id: RecordID;
  /**
   * plan is the id of the plan it was drawn for.
   */
  plan: RecordID;
  /**
   * record is the record of the sampling protocol.
   */
  record: SampleSelection;
  /**
   * expansionReason says, for a round after the first, why the first result is believed not to be representative. It is written down before the round is drawn, and the first items stay in the count.
   */
  expansionReason?: string;
  /**
   * replacements are the reserve items used in place of void ones, in the order of the reserve.
   */
  replacements?: ItemReplacement[];
}
/**
 * A SampleSelection is the record of a draw by protocol soc2-sample/1, from which anybody who holds the list of items can repeat it with a hash function. Before the randomness exists it is pending: everything up to the beacon is fixed by the commitment, and the rest is still empty.
 */
export interface SampleSelection {
  /**
   * context names what the draw is for, such as "2026/CC8.1/approval": 1 to 1024 bytes without control characters.
   */
  context: string;
  /**
   * round is 0 for the first draw of a context, then 1, 2, ... for extensions.
   */
  round: number;
  /**
   * method is how the items were selected.
   */
  method: SelectionMethod;
  /**
   * size is the number of items in the sample, at least 1.
   */
  size: number;
  /**
   * reserveSize is the number of replacements; 0 if systematic.
   */
  reserveSize: number;
  /**
   * populationSize is the number of items in the population, at least size + reserveSize and below 2^32.
   */
  populationSize: number;
  /**
   * populationRoot is the RFC 6962 Merkle tree hash of the items sorted by their bytes, which populationRoot computes.
   */
  populationRoot: Hex;
  /**
   * source is the SHA-256 of the export that the population was read from; empty if there is none.
   */
  source?: Hex;
  /**
   * beacon says where the randomness comes from, as it was fixed in advance.
   */
  beacon: string;
  /**
   * randomness is the 16 to 1024 bytes that the beacon gave; empty while the selection is pending.
   */
  randomness?: Hex;
  /**
   * commitment is the SHA-256 that binds everything above except randomness. Hand it to the other party, or publish or time-stamp it, before the randomness exists.
   */
  commitment: Hex;
  /**
   * seed is the SHA-256 of commitment and randomness; empty while the selection is pending.
   */
  seed?: Hex;
  /**
   * sample holds the identifiers of the selected items in the order of selection; empty while pending.
   */
  sample: string[];
  /**
   * reserve holds the identifiers of the replacements, in the only order in which they may be used.
   */
  reserve: string[];
  /**
   * tickets holds the ticket of each item of sample and then of reserve, ascending; empty if systematic.
   */
  tickets: Hex[];
  /**
   * committedBeforehand is true if the commitment was handed over before the randomness was known, as the author of the record states. Where it is false or absent, nobody states that: the draw can be repeated, but nothing shows that it was not drawn until it pleased. The record cannot prove it: whoever was given the commitment compares it.
   */
  committedBeforehand?: boolean;
}
/**
 * An ItemReplacement is a reserve item used in place of one that turned out to be void. A missing document never voids an item: it is a deviation or a limitation.
 */
export interface ItemReplacement {
  /**
   * void is the id of the item replaced.
   */
  void: string;
  /**
   * by is the id of the reserve item.
   */
  by: string;
  /**
   * reason is why the item was void.
   */
  reason: string;
}
/**
 * A ControlTest is what was done for a plan, and what was found. Its deviations are listed beside it, in the fieldwork.
 */
export interface ControlTest {
  /**
   * id identifies the test within the fieldwork.
   */
  id: RecordID;
  /**
   * plan is the id of the plan it carries out; one test for a plan.
   */
  plan: RecordID;
  /**
   * procedures are what was done. Inquiry alone is never enough.
   */
  procedures: TestProcedure[];
  /**
   * populationSize is the number of items in the population; 0 where there is none.
   */
  populationSize: number;
  /**
   * tested is the number of items looked at.
   */
  tested: number;
  /**
   * grid holds a row for each item, where outcomes were kept item by item; then there are tested rows.
   */
  grid?: TestedItem[];
  /**
   * noOccurrence is given where nothing happened or was due.
   */
  noOccurrence?: NoOccurrence;
  /**
   * limitation is given where the test could not be done.
   */
  limitation?: TestLimitation;
  /**
   * configurationHistory is the id of the evidence that a configuration did not change throughout the period, which lets one look at it stand for the period.
   */
  configurationHistory?: RecordID;
  /**
   * othersWork describes work of internal audit or specialists that was used.
   */
  othersWork?: string;
  /**
   * concluded is the day the result was final; absent means that it is not, and counts for nothing.
   */
  concluded?: CalendarDate;
  /**
   * preparer is who did the test.
   */
  preparer?: string;
  /**
   * reviewer is who reviewed it.
   */
  reviewer?: string;
}
/**
 * A TestProcedure is one thing that was done to test something.
 */
export interface TestProcedure {
  /**
   * kind is its nature.
   */
  kind: ProcedureKind;
  /**
   * text says what was done to what, with an action verb.
   */
  text: string;
  /**
   * performed is the day it was done.
   */
  performed?: CalendarDate;
  /**
   * performer is who did it.
   */
  performer?: string;
  /**
   * evidence are the ids of the items it looked at.
   */
  evidence?: RecordID[];
}
/**
 * A TestedItem is one row of the grid: what was found for each attribute of one item.
 */
export interface TestedItem {
  /**
   * item is the id of the population item.
   */
  item: string;
  /**
   * outcomes are parallel to the attributes of the plan.
   */
  outcomes: TestOutcome[];
  /**
   * note tells what the tester saw, where it needs telling.
   */
  note?: string;
}
/**
 * A NoOccurrence states that nothing happened that the control would have acted on, or that no occurrence was due.
 */
export interface NoOccurrence {
  /**
   * reason says why: no trigger arose, or nothing was due within the period.
   */
  reason: string;
  /**
   * corroboration are the ids of the evidence that shows it, other than inquiry. Without any, the statement counts for nothing.
   */
  corroboration: RecordID[];
}
/**
 * A TestLimitation states that a test could not be done.
 */
export interface TestLimitation {
  /**
   * reason says why: records shown to have existed were lost, or were withheld.
   */
  reason: string;
  /**
   * alternatives says which other procedures were tried.
   */
  alternatives: string;
  /**
   * existed are the ids of the evidence that the records had existed.
   */
  existed?: RecordID[];
}
/**
 * A Deviation (also "exception") is one item for which a control did not operate as described. Every one is printed in the report, whatever is concluded.
 */
export interface Deviation {
  /**
   * id identifies the deviation within the fieldwork.
   */
  id: RecordID;
  /**
   * control is the control that deviated.
   */
  control: ControlID;
  /**
   * test is the id of the test that found it; absent where it became known otherwise.
   */
  test?: RecordID;
  /**
   * foundThrough says how it became known where no test found it: an incident, a log, a complaint.
   */
  foundThrough?: string;
  /**
   * item is the id of the population item. Deviations of one item count once.
   */
  item?: string;
  /**
   * attribute is the id of the attribute that failed.
   */
  attribute?: RecordID;
  /**
   * date is the day it happened; of something late or missed, the first day on which it was overdue.
   */
  date?: CalendarDate;
  /**
   * kind says in what way the control failed.
   */
  kind: DeviationKind;
  /**
   * nature says what happened, for the report.
   */
  nature: string;
  /**
   * cause says whether its cause is confined to it.
   */
  cause?: DeviationCause;
  /**
   * causeText says what the cause was.
   */
  causeText?: string;
  /**
   * intentional says whether somebody meant to pass the control by, overrode it or falsified evidence. Absent means that nobody decided, which blocks a conclusion on the control.
   */
  intentional?: Answer;
  /**
   * decision says who decided on cause and intentional, when and why.
   */
  decision?: Decision;
  /**
   * corrected is the day it was put right.
   */
  corrected?: CalendarDate;
  /**
   * response is management's response, which is not examined.
   */
  response?: string;
}
/**
 * A Finding is a misstatement or limitation entered by hand. Those that follow from the record, such as an unmet criterion, are derived and not entered.
 */
export interface Finding {
  /**
   * id identifies the finding within the fieldwork; its origin is "finding/" and this id.
   */
  id: RecordID;
  /**
   * subjects are the subjects that it touches.
   *
   * @minItems 1
   */
  subjects: ExaminationSubject[];
  /**
   * kind is misstatement or limitation.
   */
  kind: FindingKind;
  /**
   * text says what the matter is, for the report.
   */
  text: string;
  /**
   * criteria are the trust services criteria that it concerns.
   */
  criteria?: CriterionID[];
  /**
   * descriptionCriterion is the description criterion that it concerns.
   */
  descriptionCriterion?: DescriptionID;
  /**
   * imposedByManagement says whether management refused what was needed; withdrawal is then considered.
   */
  imposedByManagement?: boolean;
}
/**
 * ContraryEvidence is something that speaks against what is assumed of a subservice organization, such as an outage or a gap. Exceptions in a report that management received count as well, without being entered here.
 */
export interface ContraryEvidence {
  /**
   * id identifies the entry within the fieldwork.
   */
  id: RecordID;
  /**
   * subserviceOrganization is the id of the subservice organization.
   */
  subserviceOrganization: RecordID;
  /**
   * criteria are the criteria that it concerns; absent means all that are carved out to it.
   */
  criteria?: CriterionID[];
  /**
   * text says what it is.
   */
  text: string;
  /**
   * reasonable says whether the assumption stays reasonable all the same; absent means undecided. It also answers for exceptions in reports received, and for monitoring that was not effective, on the same criteria.
   */
  reasonable?: Answer;
  /**
   * decision says who decided, when and why.
   */
  decision?: Decision;
}
/**
 * Judgments are the decisions that people made. Each counts only with a decider, a day and a reason.
 */
export interface Judgments {
  /**
   * controls are the judgments on design and implementation.
   */
  controls?: ControlJudgment[];
  /**
   * tolerances say whether the deviations of a control are tolerable where no rate can or may decide alone.
   */
  tolerances?: ToleranceJudgment[];
  /**
   * findings say which findings are material and which are pervasive.
   */
  findings?: FindingJudgment[];
  /**
   * aggregates weigh findings together that are not material one by one.
   */
  aggregates?: Aggregate[];
}
/**
 * A ControlJudgment is the judgment on the design and implementation of one control for a span of time.
 */
export interface ControlJudgment {
  /**
   * id identifies the judgment within its list.
   */
  id: RecordID;
  /**
   * control is the control judged.
   */
  control: ControlID;
  /**
   * period holds the first and last day that it is about; absent means all the time that the control is described.
   */
  period?: Period;
  /**
   * design says whether its design is suitable.
   */
  design?: Suitability;
  /**
   * implemented says whether it was placed in operation.
   */
  implemented?: Implementation;
  /**
   * firstOperated is the day it was first in operation, where that is within the period; before it, a described control counts as not implemented.
   */
  firstOperated?: CalendarDate;
  /**
   * decision says who judged, when and why.
   */
  decision?: Decision;
}
/**
 * A ToleranceJudgment says whether the deviations of a control are tolerable for a span of time.
 */
export interface ToleranceJudgment {
  /**
   * id identifies the judgment within its list.
   */
  id: RecordID;
  /**
   * control is the control.
   */
  control: ControlID;
  /**
   * period holds the first and last day that it is about; absent means all the time.
   */
  period?: Period;
  /**
   * tolerable says whether the control still did its job.
   */
  tolerable: Answer;
  /**
   * decision says who judged, when and why.
   */
  decision?: Decision;
}
/**
 * A FindingJudgment says whether findings are material, and whether they are pervasive, one by one or, where several are named, as a group.
 */
export interface FindingJudgment {
  /**
   * id identifies the judgment within its list.
   */
  id: RecordID;
  /**
   * findings are what it is about. At least one.
   *
   * @minItems 1
   */
  findings: FindingKey[];
  /**
   * material says whether users could be influenced; absent leaves it undecided, or presumed where the logic presumes.
   */
  material?: Answer;
  /**
   * pervasive says whether the effect goes beyond specific parts, or is fundamental; absent leaves it undecided.
   */
  pervasive?: Answer;
  /**
   * decision says who judged, when and why.
   */
  decision?: Decision;
}
/**
 * An Aggregate is a finding over findings that are not material one by one, with decisions of its own.
 */
export interface Aggregate {
  /**
   * id identifies the aggregate within its list.
   */
  id: RecordID;
  /**
   * findings are what it weighs together. At least two, of one subject.
   *
   * @minItems 2
   */
  findings: FindingKey[];
  /**
   * material says whether they are material together.
   */
  material?: Answer;
  /**
   * pervasive says whether they are pervasive together.
   */
  pervasive?: Answer;
  /**
   * decision says who judged, when and why.
   */
  decision?: Decision;
}
/**
 * A SubsequentEvent is something that became known after the end of the period, or as-of date.
 */
export interface SubsequentEvent {
  /**
   * id identifies the event within the fieldwork; its origin is "event/" and this id.
   */
  id: RecordID;
  /**
   * learned is the day it became known.
   */
  learned: CalendarDate;
  /**
   * text says what it is.
   */
  text: string;
  /**
   * concerns says whether it is about the period or new.
   */
  concerns?: EventConcern;
  /**
   * evaluatedAs are the ids of the deviations and findings in which a condition in the period was evaluated.
   */
  evaluatedAs?: RecordID[];
  /**
   * significant says whether a new condition matters to users; absent means undecided.
   */
  significant?: Answer;
  /**
   * usersMisled says whether users would be misled by silence; absent means undecided.
   */
  usersMisled?: Answer;
  /**
   * disclosed says whether the description or assertion discloses it.
   */
  disclosed?: boolean;
  /**
   * decision says who decided, when and why.
   */
  decision?: Decision;
}
/**
 * Letters are what management wrote, or refused to write, to the firm.
 */
export interface Letters {
  /**
   * assertion is management's written assertion, which goes into the report.
   */
  assertion?: Assertion;
  /**
   * representations is the representation letter, which does not.
   */
  representations?: Representations;
}
/**
 * An Assertion is management's statement that its description and its controls are as they should be.
 */
export interface Assertion {
  /**
   * status says whether it was given; absent means not yet.
   */
  status?: LetterStatus;
  /**
   * date is the day it was signed.
   */
  date?: CalendarDate;
  /**
   * signer is who signed it.
   */
  signer?: string;
  /**
   * title is the signer's title.
   */
  title?: string;
  /**
   * description says that it asserts a description in line with the description criteria.
   */
  description?: boolean;
  /**
   * design says that it asserts suitable design.
   */
  design?: boolean;
  /**
   * operating says that it asserts effective operation (type 2).
   */
  operating?: boolean;
  /**
   * acknowledged are the matters that it admits.
   */
  acknowledged?: string[];
}
/**
 * Representations is the letter in which management confirms what it told the firm.
 */
export interface Representations {
  /**
   * status says whether it was given; absent means not yet.
   */
  status?: LetterStatus;
  /**
   * date is the day it was signed: the date of the report.
   */
  date?: CalendarDate;
  /**
   * signer is who signed it.
   */
  signer?: string;
  /**
   * title is the signer's title.
   */
  title?: string;
  /**
   * covers is the time that it is about.
   */
  covers?: Period;
}
/**
 * ElementWording replaces the library's sentences for one element of a report. The elements, and the slots such as {system} that its paragraphs may hold, are listed by Elements.
 */
export interface ElementWording {
  /**
   * element is the id of the element, such as "inherent-limitations".
   */
  element: string;
  /**
   * paragraphs are the firm's words.
   */
  paragraphs: string[];
}
/**
 * A Waiver records the decision that a problem does not matter here.
 */
export interface Waiver {
  /**
   * id identifies the waiver within the fieldwork.
   */
  id: RecordID;
  /**
   * rule is the code of the problem.
   */
  rule: string;
  /**
   * object is the id or pointer of what it concerns; absent means every occurrence.
   */
  object?: string;
  /**
   * reason is why it does not matter.
   */
  reason: string;
  /**
   * approver is who decided.
   */
  approver: string;
  /**
   * expires is the last day on which it counts.
   */
  expires: CalendarDate;
}
/**
 * A ReportRecipient received the report. Its use is restricted to parties that know enough to read it.
 */
export interface ReportRecipient {
  /**
   * id identifies the entry within the fieldwork.
   */
  id: RecordID;
  /**
   * name is the organization or person.
   */
  name: string;
  /**
   * agreement is the agreement under which it was given.
   */
  agreement: string;
  /**
   * date is the day.
   */
  date: CalendarDate;
}
/**
 * A FrequencyTable says how many items to test by how often a control is performed. No standard prescribes such numbers: a table is the convention of whoever its Source names, and a firm may bring its own.
 */
export interface FrequencyTable {
  /**
   * name is what the table is called in workpapers. Required.
   */
  name: string;
  /**
   * source says whose convention it is. Required.
   */
  source: string;
  /**
   * provenance says how sure it is that the source says so. Required.
   */
  provenance: FrequencyProvenance;
  /**
   * note says what else belongs to the convention, such as what follows from a deviation.
   */
  note?: string;
  /**
   * rows are the rules. The first that fits decides. At least one.
   *
   * @minItems 1
   */
  rows: FrequencyRow[];
}
/**
 * A FrequencyRow is one rule of a FrequencyTable: for controls of an interval, or for populations of a size.
 */
export interface FrequencyRow {
  /**
   * interval is how often the control is performed. Absent means any, also on events.
   */
  interval?: Interval;
  /**
   * from is the smallest population that the rule is for. Absent means no bound.
   */
  from?: number;
  /**
   * to is the largest population that the rule is for. Absent means no bound.
   */
  to?: number;
  /**
   * least is the smallest number of items of the rule. With a share it is the smallest whatever the share gives.
   */
  least?: number;
  /**
   * most is the largest number of items of the rule, at least least; equal to it where the rule names one number. Absent means no bound, where there is a share.
   */
  most?: number;
  /**
   * leastShare is the smaller share of the population that the rule names, rounded up to items. It needs mostShare, and is absent where the rule names items.
   */
  leastShare?: Rate;
  /**
   * mostShare is the larger share, at least leastShare; equal to it where the rule names one share.
   */
  mostShare?: Rate;
}

/**
 * A document of a later minor version, as the lenient schema lets it pass: all that this version knows of it.
 */
export type Later<T> = T extends object ? { [K in keyof T]: K extends 'schemaVersion' ? string : Later<T[K]> } : T;
