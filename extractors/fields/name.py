"""Names: what looks like a person, an institution or a title, by the words that Chinese names are made of."""

from __future__ import annotations

import re
from functools import lru_cache

_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐"
    "费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁"
    "杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚"
    "程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙"
    "叶幸司韶郜黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿边扈燕冀郏浦尚农"
    "温别庄晏柴瞿阎慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡文寇禄阙欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶"
    "曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓岳帅缑亢况郈有琴商牟佘佴伯赏墨哈谯笪阳佟言福肖代付闫覃苑奉刑危涂栗官仝邸牟"
    "門馮陳衛蔣韓楊許呂張嚴魏謝鄒蘇範馬鳳兪倪湯羅郝齊餘顧孟黃蕭邵龐項藍賈婁顏鐘駱盧莫經諸鈕龔程陸榮劉葉黎賴喬譚勞農溫莊閻習饒關遊權"
    "兰斯覃冼亓佘仝岑仉丘丛占卿苑昝郗阙隋逯帅来是荆闭麦练植钭钱戚柴楚揭瞿闵肇闻敖初丑仁由晋沙尧回泮衣辜母户昌冷栗展凃廉茆原税贠矫呙脱眭郜鲍亢雒归鸥庹禚帖邸斛郇粟税忻朴楼漆旷綦谌菅睢琚隽禤鹿芦尉樓仵佀冮戢畲苟苌茌萨蹇郄郅鄢邝鄞颉骈虢區征静"
)
_COMPOUND = re.compile(
    r"欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|申屠|呼延|端木|长孙|宇文|轩辕|南宫|西门|独孤|完颜"
)
_INSTITUTION = re.compile(
    r"证券|基金|资产|投资|资本|资管|保险|人寿|养老|银行|信托|期货|公司|集团|财富|理财|自营|私募|研究|控股|国际|金融|财险|产业|产投|"
    r"创投|管理|合伙|中心|协会|学会|机构|媒体|财经|传媒|日报|时报|周刊|新闻|网$|社$|大学|学院|顾问|咨询|亚洲|科技|实业|股权|有限|香港|环球|"
    r"投顾|信息|财联|券商|商贸|贸易|电子|事务所|工作室|办公室|委员会|交易所|政府|策略会|金控|金服|国投|资讯|分公司|营业部|"
    r"證券|資本|資產|銀行|國際|集團|基金|保險|投資"
)
_LATIN_INSTITUTION = re.compile(
    r"\b(?:asset|assets|capital|management|mgmt|investments?|investors?|funds?|limited|ltd|llc|llp|lp|partners?|advis[eo]rs?|advisory|ag|"
    r"group|securities|bank|banking|research|intelligence|co|inc|corp|corporation|company|insurance|holdings?|trust|global|international|"
    r"financial|finance|pte|plc|sa|am|equity|wealth|pension|life|hk|asia|china|markets|fonden|associates|analytics|strategies|"
    r"ratings|ventures?|authority|foundation|university|brokerage|gmbh|bhd|llp)\b\.?",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"董事|监事|经理|总裁|总监|秘书|董秘|代表|负责人|主任|主管|专员|助理|主席|会计师|工程师|部长|院长|所长|书记|保荐|证代|主办|高管|"
    r"科学家|经济师|法务|总编|顾问|合伙人|分析师|研究员|CEO|CFO|CTO|COO|CIO|首席|委员|厂长|处长|科长|职员|总工|副总|老总|行长|会长|秘书长|管理层|创始人|实际控制人"
    r"|\b(?:IR[DMO]?|(?i:directors?|managers?|officers?|secretary|president|chair(?:man|woman|person)?|[se]?vp"
    r"|investors?|relations))\b"
)
_HAN_NAME = re.compile(r"[㐀-鿿]{2,4}|[㐀-鿿]{1,8}(?:[·•‧・][㐀-鿿]{1,8})+")
_DOT = re.compile(r"[·•‧・]")  # parts the names of peoples without surnames
_HONORIFIC = re.compile(r"\s*(?:先生|女士|小姐|博士|教授|老师|同志)$")
_WORDS = re.compile(r"(?:[（(][^（()）]*[)）]|\S)+")
_SPREAD = re.compile(r"(?<![㐀-鿿])[㐀-鿿](?:[ \t\u3000]+[㐀-鿿])+(?![㐀-鿿])")
_LATIN_NAME = re.compile(r"[A-Za-z][A-Za-z.'’-]*(?: [A-Za-z][A-Za-z.'’-]*){0,3}")


def despread(text: str) -> str:
    """Names printed with blanks between their characters are closed up.

    >>> despread("证券部 王 强")
    '证券部 王强'
    """
    return _SPREAD.sub(lambda found: "".join(found.group().split()), text)


def words(text: str) -> list[str]:
    """The words between blanks; what brackets hold is not parted.

    >>> words("虚构银行（Fiction Bank AG） 李琦")
    ['虚构银行（Fiction Bank AG）', '李琦']
    """
    return _WORDS.findall(text)


def without_honorific(name: str) -> str:
    """The name without 先生, 女士 and the like."""
    return _HONORIFIC.sub("", name.strip())


def is_title(text: str) -> bool:
    """Whether the text names a position."""
    return bool(_TITLE.search(text))


@lru_cache(maxsize=4096)  # asked again and again of the same words
def is_institution(text: str) -> bool:
    """Whether the text holds a word that only institutions have in their names."""
    return bool(_INSTITUTION.search(text) or _LATIN_INSTITUTION.search(text))


def has_surname(text: str) -> bool:
    """Whether the text begins with a Chinese surname."""
    return text[:1] in _SURNAMES or bool(_COMPOUND.match(text))


@lru_cache(maxsize=4096)  # asked again and again of the same words
def is_person(text: str) -> bool:
    """Whether the text can be a person's Chinese name: two to four characters, a surname first, no institution's word.

    >>> is_person("欧阳娜娜"), is_person("中信建投"), is_person("易方达基金")
    (True, False, False)
    """
    name = without_honorific(text)
    if not _HAN_NAME.fullmatch(name) or is_institution(name) or is_title(name):
        return False
    if _DOT.search(name):
        return True
    if not has_surname(name):
        return False
    return len(name) < 4 or bool(_COMPOUND.match(name)) or name[1] in _SURNAMES  # noqa: PLR2004


def is_latin(text: str) -> bool:
    """Whether the text is a name in Latin letters, of a person or a house."""
    return bool(_LATIN_NAME.fullmatch(text.strip()))


def mended(text: str) -> str:
    """The text with an institution's Latin word closed up that a line's end cut in two.

    >>> mended("Fiction Manageme nt Limite d")
    'Fiction Management Limited'
    """
    done: list[str] = []
    for word in text.split(" "):
        whole = done[-1] + word if done else word
        is_cut = done and whole.isalpha() and word[:1].islower() and _LATIN_INSTITUTION.fullmatch(whole)
        done[-1:] = [whole] if is_cut else [*done[-1:], word]
    return " ".join(done)


def latin_split(words: list[str]) -> int:
    """Where the person begins in an institution's and a person's Latin words run together.

    After the last word that only institutions have; else the last two words, or one of two.
    """
    marks = [i for i, word in enumerate(words) if _LATIN_INSTITUTION.fullmatch(word.strip(",.()"))]
    if marks and marks[-1] < len(words) - 1:
        return marks[-1] + 1
    if marks:
        return len(words)
    return len(words) - (2 if len(words) > 2 else 1)  # noqa: PLR2004 - a given name and a surname
