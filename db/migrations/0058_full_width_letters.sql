-- The first mailing templates in full-width marks, as everything in Chinese; what the bureau has changed stays.
update mailing_templates set subject_zh = '提醒：注册即将截止' where id = '0002' and version = 1;
update mailing_templates set body_zh = replace(replace(body_zh, ', ', '，'), '您好!', '您好！') where id in ('0001', '0002', '0003', '0004') and version = 1;
