// Every kind of character that people type, paste or send on purpose, and what becomes of a name with it.

/** Names as they come in, and as they stand afterwards everywhere. */
export const admitted: Record<string, [typed: string, kept: string]> = {
  chinese: ['张三', '张三'],
  'a rare character of the second plane': ['𠮷田', '𠮷田'],
  'a dot in the middle': ['阿依古丽·买买提', '阿依古丽·买买提'],
  vietnamese: ['Nguyễn Thị Ánh', 'Nguyễn Thị Ánh'],
  'accents that stand apart': ['Jose\u0301 Pe\u0301rez', 'José Pérez'],
  thai: ['สมชาย ใจดี', 'สมชาย ใจดี'],
  devanagari: ['अमित कुमार', 'अमित कुमार'],
  arabic: ['محمد علي', 'محمد علي'],
  'full-width letters': ['ＡＢＣ', 'ＡＢＣ'],
  'a full-width blank inside': ['张\u3000三', '张\u3000三'],
  'blanks of every script around it': ['\u3000\u00A0\u2003张三\u3164\u2800', '张三'],
  'what paste brings along': ['\u200B张\uFEFF三\u00AD', '张三'],
  'a tab': ['Anna\tBerg', 'Anna Berg'],
  markup: ['<b>&"\'', '<b>&"\''],
  'a formula': ['=1+1', '=1+1'],
  'what Excel writes for a character': ['_x0041_', '_x0041_'],
  'a smile': ['李😀', '李😀'],
}

/** Names that nobody could show, and the code that says so. */
export const refused: Record<string, [typed: string, code: string]> = {
  'a bell': ['张\u0007三', 'field.control'],
  'a line break': ['张\n三', 'field.control'],
  'another line break': ['张\u2028三', 'field.control'],
  'a control of the second block': ['张\u0085三', 'field.control'],
  'a tag': ['张\u{E0041}三', 'field.control'],
  'no character': ['张\uFFFF', 'field.noncharacter'],
  'no character of another plane': ['张\u{1FFFE}', 'field.noncharacter'],
  'private use': ['张\uE863', 'field.private_use'],
  'the other way round': ['\u202E张三', 'field.direction'],
  'a direction mark': ['张\u200F三', 'field.direction'],
  'only a mark': ['\u0301', 'field.invisible'],
  'only a joiner': ['\u200D', 'field.invisible'],
  'a tower of marks': ['a' + '\u0301'.repeat(20), 'field.marks'],
  NUL: ['张\u0000三', 'field.encoding'],
}

export const nothing = ['\u200B', '\u3000', '\u3164', '\u2800', ' \uFEFF\u00A0']
