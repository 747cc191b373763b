package fault

// Refusals about files as such.
const (
	DocumentEmpty       Code = "DOCUMENT_EMPTY"
	DocumentTooLarge    Code = "DOCUMENT_TOO_LARGE"
	DocumentNotAdmitted Code = "DOCUMENT_NOT_ADMITTED"
	DocumentsNotKept    Code = "DOCUMENTS_NOT_KEPT"
)

// Refusals about a table as a whole, and about one that cannot be read.
const (
	ImportRefused       Code = "IMPORT_REFUSED"
	ImportNoTable       Code = "IMPORT_NO_TABLE"
	ImportUnreadable    Code = "IMPORT_UNREADABLE"
	ImportEncoding      Code = "IMPORT_ENCODING"
	ImportTooLarge      Code = "IMPORT_TOO_LARGE"
	ImportTooManyRows   Code = "IMPORT_TOO_MANY_ROWS"
	ImportNoRows        Code = "IMPORT_NO_ROWS"
	ImportSeveralSheets Code = "IMPORT_SEVERAL_SHEETS"
	ImportHidden        Code = "IMPORT_HIDDEN"
	ImportMerged        Code = "IMPORT_MERGED"
	ImportFormula       Code = "IMPORT_FORMULA"
	ImportDate          Code = "IMPORT_DATE"
	ImportCellError     Code = "IMPORT_CELL_ERROR"
)

// Refusals about the columns of a table and the values in them.
const (
	ImportColumnUnknown  Code = "IMPORT_COLUMN_UNKNOWN"
	ImportColumnMissing  Code = "IMPORT_COLUMN_MISSING"
	ImportColumnRepeated Code = "IMPORT_COLUMN_REPEATED"
	ImportNoHeading      Code = "IMPORT_NO_HEADING"
	ImportNotANumber     Code = "IMPORT_NOT_A_NUMBER"
	ImportDecimals       Code = "IMPORT_DECIMALS"
	ImportRepeated       Code = "IMPORT_REPEATED"
	ImportIDNumber       Code = "IMPORT_ID_NUMBER"
	ImportNameAmbiguous  Code = "IMPORT_NAME_AMBIGUOUS"
	ImportNotAName       Code = "IMPORT_NOT_A_NAME"
	ImportOwnerNeeded    Code = "IMPORT_OWNER_NEEDED"
	ImportVoterNotOwner  Code = "IMPORT_VOTER_NOT_OWNER"
)

// Refusals of what a table says because of what the register says.
const (
	ImportDiffers               Code = "IMPORT_DIFFERS"
	ImportPlaceAmbiguous        Code = "IMPORT_PLACE_AMBIGUOUS"
	ImportOrganizationUnknown   Code = "IMPORT_ORGANIZATION_UNKNOWN"
	ImportOrganizationAmbiguous Code = "IMPORT_ORGANIZATION_AMBIGUOUS"
	ImportOwnerAmbiguous        Code = "IMPORT_OWNER_AMBIGUOUS"
)

// documentTexts are the refusals about files and what is taken in from them.
var documentTexts = table{
	DocumentEmpty:       {"文件是空的。", "The file is empty."},
	DocumentTooLarge:    {"文件最大 {limit} 字节。", "A file may have at most {limit} bytes."},
	DocumentNotAdmitted: {"不接受此类文件。按内容判断，只接受：{admitted}。", "This kind of file is not accepted. Judged by its content, it must be one of: {admitted}."},
	DocumentsNotKept:    {"本服务未设置文件存放目录（SIFANG_DOCUMENTS），不能办理与文件有关的事项。", "This service has no place for documents (SIFANG_DOCUMENTS), so nothing can be done with them."},

	ImportRefused:       {"文件中有 {count} 处错误，未导入任何内容。", "There are {count} faults in the file; nothing was taken in."},
	ImportNoTable:       {"此文件（{mediaType}）不是表格；请使用 CSV 或者 XLSX。", "This file ({mediaType}) is no table; use CSV or XLSX."},
	ImportUnreadable:    {"表格从此处起无法读取：{why}。", "The table cannot be read from here on: {why}."},
	ImportEncoding:      {"文字编码既不是 UTF-8，也不是 GB18030。", "The text is neither in UTF-8 nor in GB18030."},
	ImportTooLarge:      {"工作簿解压后过大。", "The workbook unpacks to too much."},
	ImportTooManyRows:   {"最多 {limit} 行。", "There may be at most {limit} rows."},
	ImportNoRows:        {"标题行以下没有任何内容。", "There is nothing below the headings."},
	ImportSeveralSheets: {"有内容的工作表不止一张（{sheets}）；请只保留一张。", "More than one sheet has content ({sheets}); keep one."},
	ImportHidden:        {"此处被隐藏；请取消隐藏或者删除。", "This is hidden; show it or delete it."},
	ImportMerged:        {"此处为合并单元格；请取消合并，逐行填写。", "This is a merged cell; split it and fill in each row."},
	ImportFormula:       {"此处为公式，或者以 = + - @ 开头，会被表格软件当作公式；请改为数值或者文字。", "This is a formula, or begins with = + - @ like one; put the value in its place."},
	ImportDate:          {"表格软件已把此处变成日期；请把该列设为文本格式后重新填写。", "The spreadsheet turned this into a date; format the column as text and fill it in again."},
	ImportCellError:     {"此处为错误值 {value}。", "This is the error value {value}."},

	ImportColumnUnknown:  {"不认识此列；可用的列：{known}。请删除此列，或者指明其含义。", "This column is not known; there are: {known}. Delete it, or say what it means."},
	ImportColumnMissing:  {"缺少此列。", "This column is missing."},
	ImportColumnRepeated: {"此列出现不止一次。", "This column appears more than once."},
	ImportNoHeading:      {"此处有内容，但该列没有标题。", "There is something here, but the column has no heading."},
	ImportNotANumber:     {"「{value}」不是数字；请只填写平方米数，例如 89.50。", "{value} is no number; give square metres only, such as 89.50."},
	ImportDecimals:       {"「{value}」的小数超过两位。", "{value} has more than two decimals."},
	ImportRepeated:       {"此专有部分已出现在第 {line} 行。", "This unit stands in line {line} already."},
	ImportIDNumber:       {"此处只填写证件号码的最后 3 至 6 位，用以区分同名的人；不得填写完整号码。", "Give only the last 3 to 6 digits of the document's number, which tell persons of one name apart; never the whole number."},
	ImportNameAmbiguous:  {"「{name}」有时带证件尾号，有时不带；请处处写明，否则不能确定是否同一人。", "{name} stands both with the last digits of a document and without; give them everywhere, or nobody can tell whether it is one person."},
	ImportNotAName:       {"「{value}」不是姓名或者名称；没有业主时请留空。", "{value} is nobody's name; leave the cell empty where there is no owner."},
	ImportOwnerNeeded:    {"填写此项须同时填写业主。", "This needs an owner beside it."},
	ImportVoterNotOwner:  {"表决代表须为该专有部分的业主之一，并且写法一致。", "The designated voter must be one of the unit's owners, written in the same way."},

	ImportDiffers:               {"登记簿上为「{register}」，文件中为「{file}」；导入不更改已登记的内容。", "The register says {register}, the file says {file}; an import changes nothing that is registered."},
	ImportPlaceAmbiguous:        {"登记簿上有 {count} 处名为「{name}」。", "The register has {count} places called {name}."},
	ImportOrganizationUnknown:   {"登记簿上没有名为「{name}」的单位；请先登记。", "The register has no organization called {name}; establish it first."},
	ImportOrganizationAmbiguous: {"登记簿上有 {count} 个名为「{name}」的单位，不能确定是哪一个。", "The register has {count} organizations called {name}; which one is meant cannot be told."},
	ImportOwnerAmbiguous:        {"登记簿上有 {count} 个「{name}」与文件中的此人对应，不能确定是哪一个。", "{count} persons of the register answer to {name} in this file; which one is meant cannot be told."},
}
