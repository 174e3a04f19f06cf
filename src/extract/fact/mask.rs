//! What can never be a quantity: dates, ordinals, document numbers, telephone numbers, list numbers, names and slogans.
//! Grammar stands here, words in `masks.tsv`.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::pattern::Patterns;
use crate::lexicon::Lexicon;
use crate::model::Reason;

const HAN: &str = "[一二三四五六七八九十百千零〇两]";

/// Patterns in the order in which they claim text; group 1, where there is one, is what is claimed.
static PATTERNS: LazyLock<(Patterns, Vec<Reason>)> = LazyLock::new(|| {
    let list: Vec<(String, Reason)> = vec![
        // quoted speech of people
        (r"“[^“”]{0,120}(?:咱们|同学们|孩子们|小朋友们|老师们)[^“”]{0,120}”".into(), Reason::Slogan),
        (r"(?:https?://|www\.)[\w./?=&%:#~-]+".into(), Reason::Reference),
        (r"[\w.-]+@[\w.-]+".into(), Reason::Reference),
        (r"[〔\[(【]\s*(?:19|20)\d\d\s*[〕\])】]\s*(?:第\s*)?\d+\s*号".into(), Reason::Reference),
        (r"(?:0\d{2,3}-)\d{7,8}|\b1[3-9]\d{9}\b".into(), Reason::Reference),
        (r"(?:邮编|邮政编码|电话|热线|传真|QQ群?|编号|索引号|登记号|文章号|稿号|证号|账号|学号)[::]?\s*[\d-]{5,}".into(), Reason::Reference),
        // the foot of a page
        (r"第\s*\d+\s*页\s*[,/]?\s*共\s*\d+\s*页|共\s*\d+\s*页\s*[,/]?\s*第\s*\d+\s*页".into(), Reason::Section),
        // dates
        (r"((?:19|20)\d\d)(?:省|市|县|区|州)(?:教|委|政|人民)".into(), Reason::Date),
        (r"(?:19|20)\d\d(?:年|学年)?(?:\s*[-—–~～/至到]+\s*)(?:19|20)\d\d(?:学年度?|年度?|年)?".into(), Reason::Date),
        (r"(?:19|20)\d\d\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2}".into(), Reason::Date),
        (r"(?:19|20)\d\d年(?:度|\d{1,2}月)?\s*[-—–~～至到]+\s*\d{1,2}月(?:\d{1,2}[日号])?".into(), Reason::Date),
        (r"(?:19|20)?\d\d年(?:度|底|初|末|\s*\d{1,2}月(?:份|\s*\d{1,2}[日号])?)".into(), Reason::Date),
        (r"(?:19|20)\d\d\s*年".into(), Reason::Date),
        (r"(?:19|20)\d\d(?:届|级|版|秋|春)".into(), Reason::Date),
        (r"\d{1,2}\s*[-—–~～至到、]+\s*\d{1,2}月份?".into(), Reason::Date),
        (r"\d{1,2}月份?(?:\d{1,2}[日号])?(?:\s*[-—–~～至到]+\s*(?:\d{1,2}月)?\d{1,2}[日号])?".into(), Reason::Date),
        (r"\d{1,2}日(?:上午|下午|晚|至|起|前|,)".into(), Reason::Date),
        (r"(?:[01]?\d|2[0-3])[::][0-5]\d(?:[::][0-5]\d)?\s*(?:[-—–~至]+\s*\d{1,2}[::]\d\d)?".into(), Reason::Date),
        (r"(?:上午|下午|早上|晚上|凌晨|中午|早晨|傍晚|清晨|夜里)\d{1,2}(?:点|时)(?:\d{1,2}分|半|钟|整|许)?".into(), Reason::Date),
        (r"\d{1,2}(?:点|时)\d{1,2}分".into(), Reason::Date),
        (r"[零〇○一二三四五六七八九]{4}(?:年|届|级)".into(), Reason::Date),
        (r"(?:一|二|三|四|五|六|七|八|九|十|十一|十二)月(?:份|[一二三四五六七八九十]{1,3}日)?".into(), Reason::Date),
        (r"十[一二三四五六]五".into(), Reason::Date),
        (r"\d0年代|[一二三四五六七八九]十年代".into(), Reason::Date),
        (format!(r"[近这过去](?:\d+|{HAN}+)(?:个)?(?:年|月|天)(?:来|多来|间)?"), Reason::Date),
        // clock times
        (
            format!(r"(?:早上?|晚上?|上午|中午|下午|凌晨|夜间|傍晚)\s*(?:\d{{1,2}}|{HAN}{{1,3}})[点时](?:\s*[0-5]?\d分|半|整|钟|一刻|三刻)?(?:[前后])?"),
            Reason::Date,
        ),
        (r"(?:[01]?\d|2[0-4])[点时]\s*[0-5]?\d分|(?:[01]?\d|2[0-4])点(?:半|整|钟|以?[前后]|之[前后])".into(), Reason::Date),
        (format!(r"{HAN}+个(?:到位|坚持|确保|必须|转变|不|结合|统筹|聚焦|强化|突出|融合|牢记|提升|突破|满意|围绕|抓|百分百|百分之百|转型|更)"), Reason::Slogan),
        // 实现两个率先、三个增强
        (
            format!(r"({HAN}+个(?:率先|优化|增强|提高|改善|凸显|加快|深化|完善|健全|促进|巩固|改进|推进|落实|加强))(?:[,。;、:!?”》的]|\s|$|{HAN}个)"),
            Reason::Slogan,
        ),
        // ordinals and ranks
        (
            format!(
                r"第\s*(?:\d+|{HAN}+)(?:[、至—-](?:\d+|{HAN}+))?\s*(?:个|届|批次|批|号|名|位|次|期|轮|季度|条|款|章|节|项|类|所|家|年|学期|周|天|步|中学|小学)?"
            ),
            Reason::Ordinal,
        ),
        (format!(r"前(?:\d+|{HAN}+)(?:名|位|强|列|甲)|[列居全省市国](?:前)(?:\d+|{HAN}+)|前\d+[%‰‱]|[列居]前\d+"), Reason::Ordinal),
        (format!(r"{HAN}+届(?:{HAN}+次)?|{HAN}+次(?:全体会|全会|会议|代表大会|常委会|常务会)"), Reason::Ordinal),
        (format!(r"{HAN}+件(?:民生|惠民|为民|利民)?(?:大|实|小|好|要)?事"), Reason::Slogan),
        // 医院二期: which part of a building work it is; not 举办三期, 培训班三期
        (r"[^\s\d,。;:举办开展共了第近这前后每各班训座课刊报坛会修计为有约达超分两]([一二三四五六](?:、[一二三四五六])*期)(?:[^\p{Han}]|$|工程|项目|建设|竣工|投|开工|建成|多功能|等|和|及|、)".into(), Reason::Ordinal),
        (r"([一二三四五六]期)(?:工程|项目|建设|改造|扩建)".into(), Reason::Ordinal),
        (format!(r"一式{HAN}份"), Reason::Slogan),
        // who spoke before: the order of a meeting
        (format!(r"(\d+|{HAN}+)(?:位|名|个)[^,。;0-9]{{0,8}}[作做]了?[^,。;]{{0,6}}发言"), Reason::Slogan),
        (r"(?:排名|排位|位次|位居|位列|名列)(?:[^,。;、\d]{0,6})?(\d+)位".into(), Reason::Ordinal),
        (r"时速\d+(?:公里|千米)".into(), Reason::Name),
        (r"(?:TOP|top|Top)\s*\d+".into(), Reason::Ordinal),
        (
            r"[一二三四五六七八九]等奖|[一二三四五六七八九](?:[、—至到-][一二三四五六七八九])*年级|[一二三四五]级(?:教师|职称|标准|响应|学科)|[一二三]类(?:高校|院校|学校|园)".into(),
            Reason::Name,
        ),
        // lists
        (r"\[\d{1,3}\]".into(), Reason::Section),
        (r"^\s*(\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\)?\s*[、.．)])".into(), Reason::Section),
        (r"(?:^|[。;:!?])\s*(\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|\d{1,2}[、.．])".into(), Reason::Section),
        (r"^\s*(\d{1,2}) ".into(), Reason::Section),
        (r"^\s*([一二三四五六七八九十]{1,3}) ".into(), Reason::Section),
        (r"(?:^|[。;:,!?”])\s*((?:第)?[一二三四五六七八九十]{1,2})(?:是|要|则)".into(), Reason::Section),
        (r"(?:其|之|重点|附件|附表|表|图|专栏|栏目|任务|举措|措施|板块|篇章)([一二三四五六七八九十]{1,3})(?:[::,、 是])".into(), Reason::Section),
        (r"(?:图|表)\s*(\d{1,2}(?:[-—.]\d{1,2})?)\s*所[示列]".into(), Reason::Section),
        (r"(?:附件|附表|表|图|专栏|栏目)\s*(\d{1,2})".into(), Reason::Section),
        (r"[①-⑳⑴-⒇㈠-㈩❶-❿]".into(), Reason::Section),
        // names and numbers that name
        (r"\d+(?:\s*[+＋]\s*[\dNnXx]+)+(?:\s*[+＋]\s*[\dNnXx]+)*".into(), Reason::Name),
        (r"\d+\s*[×xX*]\s*\d+(?:小时|米)?".into(), Reason::Name),
        (r"\d+(?:百|千|万|亿)+级".into(), Reason::Name),
        (
            format!(r"(?:排名|排位|位次|名次)[^,。;]{{0,6}}?(?:上升|前移|提升|跃升|晋升|前进|下降|后移|进)了?(\d+|{HAN}+)(?:位|名|个位次)"),
            Reason::Ordinal,
        ),
        (format!(r"(?:上升|前移|跃升|前进|后移|下滑)了?(\d+|{HAN}+)(?:位|个位次)"), Reason::Ordinal),
        // 100米、200米决赛, 400米跑道
        (r"(\d+米(?:[、和]\d+米)*)(?:短跑|长跑|跑|决赛|预赛|接力|跨?栏|自由泳|蛙泳|蝶泳|仰泳|速滑|竞走|环形|标准)".into(), Reason::Name),
        // 110千伏变电站
        (r"\d+千伏(?:特高压|超高压|高压|输|变|线|直流|交流|及以上)".into(), Reason::Name),
        // the score of a game
        (r"(\d+[::]\d+)的?(?:总?比分)?(?:战胜|击败|取胜|获胜|险胜|完胜|负于|战平|逆转|夺冠|夺魁)".into(), Reason::Name),
        (r"比分[^,。;\d]{0,4}(\d+[::]\d+)".into(), Reason::Name),
        // villages and towns with a numeral in their name: 五间房小学
        (
            format!(
                "{HAN}{{1,3}}[间家座门块棵层节面条道台级里户][房店庄坡岭沟桥河口湾塘岔山堡营寨坪塬梁洼坝滩楼石树井窑铺集屯湖江镇](?:中心)?(?:小学|中学|学校|幼儿园|镇|乡|村|社区)"
            ),
            Reason::Name,
        ),
        (format!("{HAN}{{1,2}}(?:部曲|步走|步曲|重奏)"), Reason::Slogan),
        (r"\d+分钟[^,。;、]{0,10}圈".into(), Reason::Name),
        (r"\d+(?:中学|中|小学|小|幼|高中|附中|附小)(?:校区|分校|,|、|。|等)".into(), Reason::Name),
        (r"(?:^|[^\d.])(\d\.0)(?:[^\d%万亿元个百]|$)".into(), Reason::Name),
        (r"\d+号(?:楼|院|线|文|令|公告|文件|台)?".into(), Reason::Reference),
        (
            r"(?:12345|12355|12306|12388|12315|12348|110|119|120|122)(?:市民|便民|政务|青少年|公共)?(?:服务)?(?:热线|报警|接警|指挥|平台|急救|电话|政务|便民|服务)".into(),
            Reason::Name,
        ),
        (format!(r"([高初大小]{HAN})(?:年级|学生|新生|上|下|期|,|、|。|;)"), Reason::Name),
    ];
    let (patterns, reasons): (Vec<_>, Vec<_>) = list.into_iter().unzip();
    (Patterns::new(patterns), reasons)
});

/// The stretches of a block's view that hold no quantity, sorted, without overlaps.
pub(super) fn find(text: &str, lexicon: &Lexicon) -> Vec<(Range<usize>, Reason)> {
    let mut out = Claims::new();
    for (range, inner) in titles(text) {
        if inner {
            push(&mut out, range, Reason::Reference);
        }
    }
    let (patterns, reasons) = &*PATTERNS;
    patterns.each(text, |pattern, groups| {
        let reason = reasons[pattern];
        let Some(hit) = groups.get(1).or_else(|| groups.get(0)) else { return };
        if reason == Reason::Section && hit.as_str().ends_with(['.', '．']) && text[hit.end()..].starts_with(|c: char| c.is_ascii_digit()) {
            return; // 3.5
        }
        if reason == Reason::Section
            && hit.as_str().chars().all(|c| c.is_ascii_digit())
            && lexicon.units.at_start(text[hit.end()..].trim_start()).is_some()
            && !["所示", "所列"].iter().any(|word| text[hit.end()..].trim_start().starts_with(word))
        {
            return; // 12 所
        }
        if reason == Reason::Date && text[..hit.start()].ends_with(|c: char| c.is_ascii_digit() || c == '.') {
            return;
        }
        if reason == Reason::Date && hit.as_str().contains([':', '：']) && is_ratio(text, hit.range()) {
            return;
        }
        push(&mut out, hit.range(), reason);
    });
    for (range, reason) in lexicon.masks.find(text) {
        if is_part_of_number(text, &range, lexicon) {
            continue;
        }
        // 提高一个百分点 is no 高一
        if text[range.clone()].starts_with(['高', '大', '小']) && text[..range.start].ends_with(['提', '扩', '加', '增', '缩', '减', '最', '壮'])
        {
            continue;
        }
        // 一本书, 两本
        if text[range.end..].starts_with(['书', '著', '教', '读']) && text[range.clone()].ends_with('本') {
            continue;
        }
        push(&mut out, range, reason);
    }
    for range in quoted(text) {
        let inner = &text[range.clone()];
        if inner.chars().count() > 14 || inner.contains([',', '。', ';']) {
            continue;
        }
        // each numeral by itself: part of the words may be masked already
        for (at, c) in inner.char_indices().filter(|&(_, c)| is_numeral(c)) {
            push(&mut out, range.start + at..range.start + at + c.len_utf8(), Reason::Slogan);
        }
    }
    out.into_iter().map(|(start, (end, reason))| (start..end, reason)).collect()
}

/// Whether the numeral characters at `range` stand under a mask.
pub(super) fn covering(masks: &[(Range<usize>, Reason)], range: &Range<usize>) -> Option<Reason> {
    let from = masks.partition_point(|(mask, _)| mask.end <= range.start);
    masks[from..].iter().take_while(|(mask, _)| mask.start < range.end).map(|&(_, reason)| reason).next()
}

/// What is claimed so far, without overlaps: by start, the end and why.
type Claims = BTreeMap<usize, (usize, Reason)>;

fn push(out: &mut Claims, range: Range<usize>, reason: Reason) {
    if out.range(..range.end).next_back().is_none_or(|(_, &(end, _))| end <= range.start) {
        out.insert(range.start, (range.end, reason));
    }
}

/// Whether a fixed word of digits stands inside a longer number, or is counted itself: 985 in 9985人, and in 985人.
fn is_part_of_number(text: &str, range: &Range<usize>, lexicon: &Lexicon) -> bool {
    let word = &text[range.clone()];
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    let goes_on = |c: char| c.is_ascii_digit() || c == '.';
    word.starts_with(|c: char| c.is_ascii_digit() || "百千万亿".contains(c)) && before.ends_with(goes_on)
        || word.ends_with(|c: char| c.is_ascii_digit()) && (behind.starts_with(goes_on) || lexicon.units.at_start(behind).is_some())
}

fn is_ratio(text: &str, range: Range<usize>) -> bool {
    let before = &text[..range.start];
    let tail_at = before.char_indices().rev().nth(7).map_or(0, |(at, _)| at);
    before[tail_at..].contains('比') || text[range.clone()].split([':', '：']).any(|side| side == "1")
}

pub(super) fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十百千万两".contains(c)
}

/// What stands between 《 and 》, and whether a numeral is in it.
fn titles(text: &str) -> Vec<(Range<usize>, bool)> {
    pairs(text, '《', '》').into_iter().map(|range| (range.clone(), text[range].chars().any(is_numeral))).collect()
}

/// What stands between curly or straight double quotes.
pub(super) fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut out = pairs(text, '“', '”');
    out.extend(pairs(text, '‘', '’'));
    let marks: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
    out.extend(marks.chunks_exact(2).map(|pair| pair[0] + 1..pair[1]));
    out
}

fn pairs(text: &str, open: char, close: char) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = None;
    if !text.contains(close) {
        return out;
    }
    for (at, c) in text.char_indices() {
        if c == open {
            start = Some(at + c.len_utf8());
        } else if c == close
            && let Some(from) = start.take()
        {
            out.push(from..at);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_counts_nothing_is_masked() {
        let lexicon = Lexicon::builtin();
        let check = |text: &str, masked: &str, reason: Reason| {
            let at = text.find(masked).unwrap();
            assert_eq!(covering(&find(text, &lexicon), &(at..at + masked.len())), Some(reason), "{text}");
        };
        check("第39个教师节", "39", Reason::Ordinal);
        check("党的二十届三中全会", "二十", Reason::Ordinal);
        check("晋教发〔2022〕15号文件", "15", Reason::Reference);
        check("电话:0356-2218899", "2218899", Reason::Reference);
        check("(一)办学条件", "一", Reason::Section);
        check("3.教师队伍", "3", Reason::Section);
        check("全国共有学校[2]52万所", "2", Reason::Section);
        check("2021—2022学年", "2021", Reason::Date);
        check("近三年来", "三", Reason::Date);
        check("九年一贯制学校", "九", Reason::Name);
        check("打造15分钟教育圈", "15", Reason::Name);
        check("落实“双减三十条”", "三十", Reason::Slogan);
        check("《2023年计划》", "2023", Reason::Reference);
        check("排名上升5位", "5", Reason::Ordinal);
        check("比上年前移三位", "三", Reason::Ordinal);
        check("晚上10点前熄灯", "10", Reason::Date);
        check("上午8时30分开考", "30", Reason::Date);
        check("以3:1战胜对手", "3:1", Reason::Name);
        check("五间房小学", "五", Reason::Name);
        check("如图5所示", "5", Reason::Section);
        check("进步三部曲", "三", Reason::Slogan);
    }

    #[test]
    fn what_counts_is_not() {
        let lexicon = Lexicon::builtin();
        for (text, number) in [
            ("3.5万名教师", "3.5"),
            ("经费138.04万元", "138.04"),
            ("12 所学校", "12"),
            ("两本书", "两"),
            ("三名教师", "三"),
            ("师生比1:15", "1:15"),
            ("在校生9985人", "9985"),
            ("招收985人", "985"),
            ("提高一个百分点", "一"),
            ("发电42万千瓦时", "42万"),
            ("人大代表5名", "5"),
            ("新建三座楼", "三"),
            ("学校5所", "5"),
            ("师生比为1:15", "1:15"),
        ] {
            let at = text.find(number).unwrap();
            assert_eq!(covering(&find(text, &lexicon), &(at..at + number.len())), None, "{text}");
        }
    }
}
