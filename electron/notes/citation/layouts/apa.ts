/**
 * APA reference list. Source: APA Style, 7th ed., “Archival documents and collections”: author or title, date, title,
 * collection with box and folder in brackets, repository, place. In the text APA's own form serves.
 */
import { TITLE } from './shared.js';

export const APA_LAYOUT = `<archival>
  ${TITLE}
  <macro name="fonds-apa-title">
    <choose>
      <if variable="title"><text variable="title"/></if>
      <else><text macro="fonds-title-capital" prefix="[" suffix="]"/></else>
    </choose>
  </macro>
  <macro name="fonds-apa-date">
    <group prefix="(" suffix=")">
      <choose>
        <if variable="issued">
          <choose>
            <if is-uncertain-date="issued">
              <group delimiter=" "><text term="circa" form="short"/><date variable="issued" form="numeric" date-parts="year"/></group>
            </if>
            <else>
              <group delimiter=", ">
                <date variable="issued"><date-part name="year"/></date>
                <date variable="issued" delimiter=" "><date-part name="month"/><date-part name="day"/></date>
              </group>
            </else>
          </choose>
        </if>
        <else><text term="no date" form="short"/></else>
      </choose>
    </group>
  </macro>
  <bibliography>
    <group delimiter=" ">
      <group delimiter=". " suffix=".">
        <names variable="author">
          <name name-as-sort-order="all" and="symbol" sort-separator=", " initialize-with=". " delimiter=", " delimiter-precedes-last="always"/>
          <substitute><text macro="fonds-apa-title"/></substitute>
        </names>
        <text macro="fonds-apa-date"/>
        <choose><if variable="author"><text macro="fonds-apa-title"/></if></choose>
        <group delimiter=", ">
          <group delimiter=" ">
            <text variable="fonds-collection"/>
            <text variable="fonds-shelf" prefix="(" suffix=")"/>
          </group>
          <text variable="archive"/>
          <text variable="archive-place"/>
        </group>
      </group>
      <text variable="URL"/>
    </group>
  </bibliography>
</archival>`;
