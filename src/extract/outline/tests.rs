//! Texts of every shape, each with its blocks.

use super::*;
use crate::text::Source;

fn outline(text: &str) -> (Source, Outline) {
    let source = Source::new(text);
    let outline = read(&source, &Lexicon::builtin());
    (source, outline)
}

/// One line a block: kind, `+` where it is plan, words with line ends shown as `/`.
fn shown(text: &str) -> String {
    let (source, outline) = outline(text);
    let mut out = String::new();
    for block in &outline.blocks {
        let kind = match block.kind {
            BlockKind::Title => "T".to_owned(),
            BlockKind::Heading(level) => format!("H{level}"),
            BlockKind::Paragraph => "P".to_owned(),
            BlockKind::Debris => "D".to_owned(),
            BlockKind::Furniture => "F".to_owned(),
        };
        let plan = if block.plan { "+" } else { "" };
        out.extend([kind.as_str(), plan, " ", &source.slice(block.span).replace('\n', "/"), "\n"]);
    }
    out
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(shown(text).lines().collect::<Vec<_>>(), expected);
}

#[test]
fn headings_and_what_only_looks_like_one() {
    check(
        "一、学校情况\n1、幼儿园804所，比去年增加24所。\n2、高级中学13所\n（二）教师情况\n全市有教师9人。",
        &["H1 一、学校情况", "P 1、幼儿园804所，比去年增加24所。", "P 2、高级中学13所", "H2 （二）教师情况", "P 全市有教师9人。"],
    );
    check(
        "落实校长责任\n全市选派校长5名。\n△ 办好乡村学校\n新建学校3所。\n5 关爱留守儿童\n建成驿站2个。",
        &["T 落实校长责任", "P 全市选派校长5名。", "H1 △ 办好乡村学校", "P 新建学校3所。", "H1 5 关爱留守儿童", "P 建成驿站2个。"],
    );
    check("# 总览\n全市有学校9所。\n## 教师\n有教师8人。", &["H1 总览", "P 全市有学校9所。", "H2 教师", "P 有教师8人。"]);
    check("某学校有学生9人。\n课间活动\n书法比赛", &["P 某学校有学生9人。", "P 课间活动", "P 书法比赛"]);
}

#[test]
fn lines_broken_by_hand_are_one_paragraph() {
    check(
        "全市教育系统坚持把学校建设放在首位，统筹安排\n资金，新建公办幼儿园4所，改扩建中小学校19\n所，全部按期投用，群众的满意程度明显提高。\n群众表示满意。",
        &[
            "P 全市教育系统坚持把学校建设放在首位，统筹安排/资金，新建公办幼儿园4所，改扩建中小学校19/所，全部按期投用，群众的满意程度明显提高。",
            "P 群众表示满意。",
        ],
    );
    check(
        "今年是大关\n键的一年，全\n市上下，齐心\n协力，办好学\n校，交出答卷。",
        &["P 今年是大关/键的一年，全/市上下，齐心/协力，办好学/校，交出答卷。"],
    );
    check(
        "二是强化教研，深入课堂，以赛促教，教研\n\n相长。建强队伍，共有3人。",
        &["P 二是强化教研，深入课堂，以赛促教，教研//相长。建强队伍，共有3人。"],
    );
    check("全市加强管理，\n\n\n提高质量。", &["P 全市加强管理，///提高质量。"]);
}

#[test]
fn a_printed_page_is_read_as_paragraphs() {
    check(
        "　　2023年,全市教育系统坚持把学生的健康成长放在第一位,新\n建公办幼儿园4所,改扩建17所,普惠率达到92.3%,比上年提高1.\n2个百分点。\n　　全市招聘教师1185名,其中特岗教师300名,有效缓解了教师\n短缺的问题。\n                 - 1 -\n　　二、义务教育\n　　改扩建中小学校19所,投入资金2888.72万元,惠及学生共12\n786人。",
        &[
            "P 2023年,全市教育系统坚持把学生的健康成长放在第一位,新/建公办幼儿园4所,改扩建17所,普惠率达到92.3%,比上年提高1./2个百分点。",
            "P 全市招聘教师1185名,其中特岗教师300名,有效缓解了教师/短缺的问题。",
            "D - 1 -",
            "H1 二、义务教育",
            "P 改扩建中小学校19所,投入资金2888.72万元,惠及学生共12/786人。",
        ],
    );
}

#[test]
fn lines_that_stand_alone_stay_alone() {
    check("普通高中\n14402.18\n14342.67\n普通初中\n15062.15", &["P 普通高中", "P 14402.18", "P 14342.67", "P 普通初中", "P 15062.15"]);
    check(
        "全市有学校5所。\n加强管理，狠抓落实，推进教\n\n12\n\n育改革，效果好。",
        &["P 全市有学校5所。", "P 加强管理，狠抓落实，推进教", "D 12", "P 育改革，效果好。"],
    );
    check("全市有学校5所，\n一、教师情况\n有教师9人。", &["P 全市有学校5所，", "H1 一、教师情况", "P 有教师9人。"]);
}

#[test]
fn debris_is_no_number() {
    check(
        "20234\n- 3 -\n第 3 页 共 10 页\n***\n●\n小学 571 32009",
        &["D 20234", "D - 3 -", "D 第 3 页 共 10 页", "D ***", "D ●", "P 小学 571 32009"],
    );
}

#[test]
fn furniture_around_a_report() {
    check(
        "首页 > 政务 > 教育\n甲市教育工作总结\n发布日期：2023-01-05 来源：甲市教育局\n浏览次数：35\n2022年，全市新建公办幼儿园4所，改扩建中小学19所。\n责任编辑：某人\n上一篇：乙市新建学校80所\n乙市新建学校80所，共投资3亿元，这些都不是甲市的。",
        &[
            "F 首页 > 政务 > 教育",
            "T 甲市教育工作总结",
            "F 发布日期：2023-01-05 来源：甲市教育局",
            "F 浏览次数：35",
            "P 2022年，全市新建公办幼儿园4所，改扩建中小学19所。",
            "F 责任编辑：某人",
            "F 上一篇：乙市新建学校80所",
            "F 乙市新建学校80所，共投资3亿元，这些都不是甲市的。",
        ],
    );
    check(
        "分享到：微信\n甲市教育局坚持问题导向，分享到位，下一篇文章写好学校，共建成5所。\n晋ICP备05000001号-1",
        &["F 分享到：微信", "P 甲市教育局坚持问题导向，分享到位，下一篇文章写好学校，共建成5所。", "F 晋ICP备05000001号-1"],
    );
    check(
        "全市新建公办幼儿园4所，改扩建中小学19所，群众满意。\n相关信息公开工作扎实推进\n公开信息30条。\n点击量超过20万",
        &["P 全市新建公办幼儿园4所，改扩建中小学19所，群众满意。", "H1 相关信息公开工作扎实推进", "P 公开信息30条。", "P 点击量超过20万"],
    );
    check("来源于生活的课程共有30门，覆盖全市所有学校，受到学生欢迎。", &["P 来源于生活的课程共有30门，覆盖全市所有学校，受到学生欢迎。"]);
}

#[test]
fn tasks_to_come_are_plan() {
    check(
        "一、工作回顾\n新建学校4所。\n二、下一步工作\n（一）强化保障\n新建学校5所。\n三、教师情况\n有教师9人。",
        &["H1 一、工作回顾", "P 新建学校4所。", "H1+ 二、下一步工作", "H2+ （一）强化保障", "P+ 新建学校5所。", "H1 三、教师情况", "P 有教师9人。"],
    );
    check(
        "今年全市要做好两方面工作。\n一是新建学校5所。\n二是招聘教师9人。\n会议表彰了3个单位。",
        &["P+ 今年全市要做好两方面工作。", "P+ 一是新建学校5所。", "P+ 二是招聘教师9人。", "P 会议表彰了3个单位。"],
    );
    check(
        "一、工作回顾\n（一）重点任务扎实推进\n新建学校4所。\n二、今后安排\n（一）解决突出问题\n新建学校5所。\n下一步，再建2所。",
        &[
            "H1 一、工作回顾",
            "H2 （一）重点任务扎实推进",
            "P 新建学校4所。",
            "H1+ 二、今后安排",
            "H2+ （一）解决突出问题",
            "P+ 新建学校5所。",
            "P+ 下一步，再建2所。",
        ],
    );
    check("甲市“十四五”规划工作安排统计公报\n有学校5所。", &["T 甲市“十四五”规划工作安排统计公报", "P 有学校5所。"]);
    check("重点任务完成情况\n新建学校4所。", &["T 重点任务完成情况", "P 新建学校4所。"]);
    check(
        "2024年教育工作要点\n新建学校5所。\n5月6日，全市读书大会举行。",
        &["T 2024年教育工作要点", "P+ 新建学校5所。", "P 5月6日，全市读书大会举行。"],
    );
}

#[test]
fn the_office_above_the_links_of_its_site_is_no_title() {
    check(
        "发展规划处\n学院首页 | 部门职责 | 规划编制 | 数据统计 | 资料下载 | 校园风光 | 联系方式\n首页 >> 数据统计 >> 浏览\n甲省教育事业统计公报\n全省有学校15所，其中小学9所，在校学生8000人。",
        &[
            "F 发展规划处",
            "F 学院首页 | 部门职责 | 规划编制 | 数据统计 | 资料下载 | 校园风光 | 联系方式",
            "F 首页 >> 数据统计 >> 浏览",
            "T 甲省教育事业统计公报",
            "P 全省有学校15所，其中小学9所，在校学生8000人。",
        ],
    );
    // an office in the title makes no plan of what it reports; its plan is one
    check("甲市规划处年度工作\n新建学校5所。", &["T 甲市规划处年度工作", "P 新建学校5所。"]);
    check("甲市教育规划\n新建学校5所。", &["T 甲市教育规划", "P+ 新建学校5所。"]);
    check(
        "甲市在线记者 张三丰\n甲市去年办学校30所，投入资金9亿元，学生满意。",
        &["P 甲市在线记者 张三丰", "P 甲市去年办学校30所，投入资金9亿元，学生满意。"],
    );
}

#[test]
fn what_this_year_asks_for_is_plan() {
    check(
        "二、突出重点\n今年要集中力量办好三件事。\n（一）扩容量。新建学校5所。\n（二）强师资。招聘教师9人。\n同志们，任务已经明确。",
        &[
            "H1 二、突出重点",
            "P+ 今年要集中力量办好三件事。",
            "P+ （一）扩容量。新建学校5所。",
            "P+ （二）强师资。招聘教师9人。",
            "P 同志们，任务已经明确。",
        ],
    );
    check(
        "一、肯定成绩\n建成学校4所。\n二、突出重点\n今年要抓好两件事：\n（一）扩容量\n新建学校5所。\n三、教师情况\n有教师9人。",
        &[
            "H1 一、肯定成绩",
            "P 建成学校4所。",
            "H1 二、突出重点",
            "P+ 今年要抓好两件事：",
            "H2+ （一）扩容量",
            "P+ 新建学校5所。",
            "H1 三、教师情况",
            "P 有教师9人。",
        ],
    );
}

/// The year of each block of a report, and the words that say it.
fn years(text: &str) -> Vec<(String, Option<i16>, String)> {
    let hints = crate::model::Hints::default();
    let document = crate::extract::extract(Source::new(text), &hints, &Lexicon::builtin());
    let show = |span| document.source.slice(span).chars().take(6).collect::<String>();
    let block = |block: &Block| (show(block.span), block.year, block.year_span.map_or_else(String::new, show));
    document.outline.blocks.iter().map(block).collect()
}

#[track_caller]
fn check_years(text: &str, expected: &[Option<i16>]) {
    let found: Vec<_> = years(text).into_iter().map(|(_, year, _)| year).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_section_has_the_year_that_it_looks_back_upon() {
    let speech = "在甲县2023年教育工作会议上的讲话\n（2023年2月10日）\n一、肯定成绩\n过去一年，新建学校4所，招聘教师90名。\n发放资金8万元。\n二、明确任务\n今年要抓好两件事。\n一是新建学校5所。";
    check_years(speech, &[None, None, None, Some(2022), Some(2022), None, None, None]);
    assert_eq!(years(speech)[3].2, "过去一年");
    // given in autumn, the past year may be any
    check_years(&speech.replace("2月10日", "11月10日"), &[None; 8]);
    let stated = "甲县教育局局长的讲话\n总结2022年工作，部署2023年任务。\n2023年是关键之年，2023年任务很重。\n一、2022年工作回顾\n（一）办学\n新建学校4所。\n二、2023年重点工作\n（一）办学\n新建学校5所。";
    check_years(stated, &[None, None, None, Some(2022), Some(2022), Some(2022), Some(2023), Some(2023), Some(2023)]);
}

#[test]
fn rows_without_a_time_take_the_year_of_their_section() {
    let text = "在甲县2023年教育工作会议上的讲话\n（2023年2月10日）\n一、肯定成绩\n过去一年，全县教育支出8亿元，比上年增长7.2%。新建学校4所。\n二、明确任务\n今年要抓好两件事。\n一是新建学校5所。";
    let document = crate::extract::extract(Source::new(text), &crate::model::Hints::default(), &Lexicon::builtin());
    let rows: Vec<_> = document
        .facts
        .iter()
        .filter_map(|fact| Some((document.source.slice(fact.span), fact.period.as_ref()?.value.to_string(), fact.period.as_ref()?.origin)))
        .filter(|(words, ..)| *words != "两件")
        .map(|(words, period, origin)| (words, period, matches!(origin, crate::model::Origin::FromHeading(_))))
        .collect();
    let row = |words, year: &str, is_said| (words, year.to_owned(), is_said);
    assert_eq!(rows, [row("8亿元", "2022", true), row("7.2%", "2022", true), row("4所", "2022", true), row("5所", "2023", false)]);
}

#[test]
fn a_year_in_a_heading_is_not_always_its_sections() {
    check_years("甲县2023年教育工作总结\n一、实施2021—2023年行动\n新建学校4所。", &[None, None, None]);
    check_years("甲县2023年教育工作总结\n一、迎接2024年底前的检查工作\n新建学校4所。", &[None, None, None]);
    check_years("甲县2023年教育工作总结\n一年来，新建学校4所。\n二、存在问题\n缺教师3人。", &[None, None, None, None]);
}

#[test]
fn several_articles_in_one_file() {
    let (source, outline) = outline(
        "全市教育工作会召开\n5月6日，全市教育工作会召开。会上总结了去年的工作。\n责任编辑：甲\n\n唱响歌曲 放飞理想\n——市教育局开展主题活动\n近日，全市学校开展活动，共有5所学校参加。",
    );
    let titles: Vec<_> = outline.articles.iter().map(|article| article.title.map_or("", |title| source.slice(title))).collect();
    assert_eq!(titles, ["全市教育工作会召开", "唱响歌曲 放飞理想"]);
}

/// Blocks and articles are sorted, apart, inside the text and on character boundaries; every letter outside them is a blank or
/// the sign of a Markdown heading.
#[track_caller]
fn is_sound(text: &str) {
    let (source, outline) = outline(text);
    let mut at = 0;
    for block in &outline.blocks {
        assert!(at <= block.span.start as usize && !block.span.is_empty(), "{text:?}");
        let between = source.text().get(at..block.span.start as usize).expect("on a boundary");
        assert!(
            between
                .chars()
                .all(|c| c.is_whitespace() || c.is_control() || matches!(c, '#' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')),
            "{between:?}"
        );
        at = block.span.end as usize;
        assert!(source.text().is_char_boundary(at), "{text:?}");
    }
    let mut at = 0;
    for article in &outline.articles {
        assert!(at <= article.span.start && article.span.end as usize <= source.text().len());
        at = article.span.end;
    }
    for block in outline.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Furniture | BlockKind::Debris)) {
        let inside = outline.articles.iter().filter(|article| article.span.covers(block.span)).count();
        assert_eq!(inside, 1, "a block of the report is in one article: {text:?}");
    }
}

#[test]
fn any_cut_of_a_text_has_a_sound_outline() {
    let text = "首页 > 新闻 > 教育\n# 甲市教育工作会召开\r\n——副题\n\n来源：甲市\n5月6日，会议召开，要做好两方面工作：\n一是建设，\n\n\u{3000}\u{3000}学校5所；\n12\n（二）😀教师情况\n1.2 概况\n1.5万人\t3人\n责任编辑\n相关文章\n• 乙市 8所\n二〇二三年五月六日";
    let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    for (index, &start) in boundaries.iter().enumerate() {
        for &end in boundaries[index..].iter().step_by(7) {
            is_sound(&text[start..end]);
        }
        is_sound(&text[start..]);
        is_sound(&text[..start]);
    }
    for odd in ["", "\n", "\u{feff}", "\u{200b}\n\u{200b}", "#", "# ", "##\n", "(", "第", "一", "、", "1.", "1.1.", "①", "——", ":", "\0", "é\u{301}"]
    {
        is_sound(odd);
        is_sound(&format!("{odd}\n{odd}"));
        is_sound(&format!("{odd}甲市教育工作总结\n{odd}5月6日，全市有学校5所。"));
    }
}

#[test]
fn long_texts_are_read_too() {
    is_sound(&"全市有学校5所，教师9人。".repeat(30_000));
    is_sound(&"一、\n".repeat(50_000));
    is_sound(&"短行\n".repeat(50_000));
    is_sound(&"短行没有标点\n\n".repeat(50_000));
    is_sound(&"12\n".repeat(50_000));
    is_sound(&"首页 > 新闻 > 教育\n标题\n".repeat(20_000));
}
