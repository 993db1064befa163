-- Texts to begin a mailing with, kept by the bureau; these are the first.

create table mailing_templates (
  id text primary key,
  title_zh text not null,
  title_en text not null,
  subject_zh text not null,
  subject_en text not null,
  body_zh text not null,
  body_en text not null,
  changed_at bigint not null,
  version bigint not null
);

insert into mailing_templates (id, title_zh, title_en, subject_zh, subject_en, body_zh, body_en, changed_at, version) values
('0001', '邀请参会', 'Invitation', '诚邀贵单位参会', 'You are invited to the fair',
'{contact}, 您好!

{group}诚邀{organization}作为专业观众参加本届展会。请登录系统完成单位注册与人员登记。

如需协助, 请与我们联系。',
'Dear {contact},

{group} invites {organization} to visit this year''s fair. Please sign in, register your organization and add your visitors.

Do ask us if you need help.', 0, 1),
('0002', '截止提醒', 'Deadline', '提醒: 注册即将截止', 'Reminder: registration closes soon',
'{contact}, 您好!

专业观众注册与提交即将截止。请{organization}尽快登录系统完成尚未提交的内容, 逾期将无法提交。',
'Dear {contact},

Registration of professional visitors closes soon. Please sign in and complete what {organization} has not submitted yet; nothing can be submitted later.', 0, 1),
('0003', '请补充材料', 'Please complete your data', '请补充或更正注册材料', 'Please complete your registration',
'{contact}, 您好!

{organization}提交的注册材料需要补充或更正。请登录系统查看审核意见, 修改后重新提交。',
'Dear {contact},

The registration of {organization} needs to be completed or corrected. Please sign in, read the opinion of the review and submit again.', 0, 1),
('0004', '一般通知', 'Notice', '通知', 'Notice',
'{contact}, 您好!

',
'Dear {contact},

', 0, 1);
