/**
 * APA reference list. Source: APA Style, 7th ed., “Archival documents and collections”: author or title, date, title,
 * collection with box and folder in brackets, repository, place. In the text APA's own form serves.
 */
import { TITLE } from './shared.js';

export const APA_LAYOUT = `<archival>
  ${TITLE}
  <macro name="fonds-apa-title">
    <choose>
      <if variable="title">
        <group delimiter=" ">
          <text variable="title"/>
          <choose>
            <if variable="recipient">
              <group prefix="[" suffix="]" delimiter=" ">
                <choose><if variable="fonds-brief-title" match="none"><text variable="genre" text-case="capitalize-first"/></if></choose>
                <text macro="fonds-to"/>
              </group>
            </if>
          </choose>
        </group>
      </if>
      <else-if variable="fonds-lead"><text variable="fonds-lead"/></else-if>
      <else><text macro="fonds-kind-capital" prefix="[" suffix="]"/></else>
    </choose>
  </macro>
  <macro name="fonds-apa-shelf">
    <group delimiter=", " prefix="(" suffix=")">
      <text variable="fonds-series"/>
      <text variable="fonds-shelf-capital"/>
    </group>
  </macro>
  <macro name="fonds-apa-date">
    <group prefix="(" suffix=")">
      <choose>
        <if variable="issued">
          <choose>
            <if variable="fonds-guessed">
              <group><group prefix="[" suffix="?]" delimiter=" ">
                <choose><if variable="fonds-about"><text term="circa" form="short"/></if></choose>
                <date variable="issued" form="numeric" date-parts="year"/>
              </group><text variable="year-suffix"/></group>
            </if>
            <else-if is-uncertain-date="issued">
              <group delimiter=" "><text term="circa" form="short"/><group><date variable="issued" form="numeric" date-parts="year"/><text variable="year-suffix"/></group></group>
            </else-if>
            <else>
              <group delimiter=", ">
                <group><date variable="issued"><date-part name="year"/></date><text variable="year-suffix"/></group>
                <date variable="issued" delimiter=" "><date-part name="month"/><date-part name="day"/></date>
              </group>
            </else>
          </choose>
        </if>
        <else><group><text term="no date" form="short"/><text variable="year-suffix" prefix="-"/></group></else>
      </choose>
    </group>
  </macro>
  <bibliography>
    <group delimiter=" ">
      <group delimiter=". " suffix=".">
        <choose>
          <if variable="author">
            <names variable="author">
              <name name-as-sort-order="all" and="symbol" sort-separator=", " initialize-with=". " delimiter=", " delimiter-precedes-last="always"/>
            </names>
          </if>
          <else><text macro="fonds-apa-title"/></else>
        </choose>
        <text macro="fonds-apa-date"/>
        <choose><if variable="author"><text macro="fonds-apa-title"/></if></choose>
        <group delimiter=", ">
          <choose>
            <if variable="fonds-collection">
              <group delimiter=" "><text variable="fonds-collection"/><text macro="fonds-apa-shelf"/></group>
              <text variable="archive"/>
            </if>
            <else><group delimiter=" "><text variable="archive"/><text macro="fonds-apa-shelf"/></group></else>
          </choose>
          <text variable="archive-place"/>
        </group>
      </group>
      <text variable="URL"/>
    </group>
  </bibliography>
</archival>`;
