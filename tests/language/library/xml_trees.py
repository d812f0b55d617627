# XML: trees, paths, events, errors.
import io
import xml.etree.ElementTree as ET
import xml.sax
from xml.parsers import expat

text = """<?xml version="1.0"?>
<data source="test">
  <!-- a comment -->
  <country name="A"><rank>1</rank><year>2008</year><neighbor name="X" direction="E"/></country>
  <country name="B"><rank>4</rank>tail &amp; more<empty/></country>
  <n:other xmlns:n="urn:n" n:key="v">&lt;quoted&gt; &#233; <![CDATA[<raw> & ]]></n:other>
</data>"""
root = ET.fromstring(text)
print(root.tag, root.attrib, len(root), [child.tag for child in root])
for country in root.findall("country"):
    print(country.get("name"), country.find("rank").text, country.findtext("year", "none"), country.find("nothing"))
print([e.tag for e in root.iter()], [e.text for e in root.iter("rank")], root[1][0].tail)
print(root.find("{urn:n}other").text, root.find("n:other", {"n": "urn:n"}).attrib)
for path in (".//rank", "country/*", "country[@name='B']", "country[rank='1']", "country[2]", "country[last()]", "./country/..", "*", ".//*[@name]", "country[year]", "country[@name!='A']"):
    print(path, [e.tag + str(e.attrib) for e in root.findall(path)])
print(ET.tostring(root).decode())
print(ET.tostring(root, encoding="unicode", short_empty_elements=False)[-120:])
made = ET.Element("made", {"b": "2"}, a='"<&>\n')
ET.SubElement(made, "child").text = "é<"
made.append(ET.Comment("note"))
made.append(ET.ProcessingInstruction("do", "it"))
made.set("c", "3")
print(ET.tostring(made), ET.tostring(made, encoding="utf-8"), ET.tostring(made, "unicode", method="text"))
print(ET.tostring(made, encoding="iso-8859-1"))
ET.indent(made)
print(ET.tostring(made, "unicode"))
ET.ElementTree(made).write("made.xml", encoding="utf-8", xml_declaration=True)
print(open("made.xml", encoding="utf-8").read())
import os

os.remove("made.xml")
print([(event, e.tag) for event, e in ET.iterparse(io.StringIO("<r><a>1</a><b><c/></b></r>"), ("start", "end"))])
print([(event, e.tag if event == "end" else e) for event, e in ET.iterparse(io.BytesIO(b"<r xmlns='u'><a/></r>"), ("start-ns", "end"))])
for bad in ("<a>", "<a></b>", "", "<a/><b/>", "<a b=1/>", "x", "<a>&amp</a>", "<a x='1' x='2'/>", "<a><b></a>", "<1/>", "<a>]]></a>", "<a b='<'/>"):
    try:
        ET.fromstring(bad)
    except ET.ParseError as error:
        print(repr(bad), error, error.code, error.position)
made.remove(made[0])
made.insert(0, ET.Element("first"))
del made[1]
print([e.tag if isinstance(e.tag, str) else "special" for e in made], made.keys(), list(made.items()))
print("".join(root.itertext()).split(), ET.iselement(made), ET.QName("u", "t"), ET.QName("u", "t") == "{u}t")


class Handler(xml.sax.ContentHandler):
    def startElement(self, name, attrs):
        print("start", name, dict(attrs.items()))

    def endElement(self, name):
        print("end", name)

    def characters(self, content):
        print("text", repr(content))


xml.sax.parseString("<a x='1'>t<b/></a>", Handler())
parser = expat.ParserCreate()
events = []
parser.StartElementHandler = lambda name, attrs: events.append((name, attrs))
parser.CharacterDataHandler = lambda data: events.append(data)
parser.Parse("<a k='v'>one\ntwo", False)
parser.Parse(" three</a>", True)
print(events)
