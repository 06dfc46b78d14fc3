/**
 * MLA. Source: MLA Handbook, 9th ed., and the MLA Style Center's “Citing Materials from Physical Archives”: title,
 * date, then collection, repository, town, box and folder as the location; a question mark after a guessed date.
 */
import { BESIDE_TITLE, TITLE } from './shared.js';

export const MLA_LAYOUT = `<archival>
  ${TITLE}${BESIDE_TITLE}
  <macro name="fonds-mla-date">
    <choose>
      <if variable="fonds-about">
        <group delimiter=" ">
          <text term="circa" text-case="capitalize-first"/>
          <choose>
            <if variable="fonds-guessed"><date variable="issued" form="text" suffix="?"/></if>
            <else><date variable="issued" form="text"/></else>
          </choose>
        </group>
      </if>
      <else-if variable="fonds-guessed"><date variable="issued" form="text" suffix="?"/></else-if>
      <else><date variable="issued" form="text"/></else>
    </choose>
  </macro>
  <citation>
    <choose>
      <if disambiguate="true">
        <group delimiter=", ">
          <text macro="fonds-mla-lead"/>
          <choose><if variable="author"><text macro="fonds-title"/></if></choose>
          <text macro="fonds-mla-date"/>
          <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
        </group>
      </if>
      <else-if locator="page line" match="any">
        <group delimiter=" "><text macro="fonds-mla-lead"/><text variable="locator"/></group>
      </else-if>
      <else>
        <group delimiter=", ">
          <text macro="fonds-mla-lead"/>
          <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
        </group>
      </else>
    </choose>
  </citation>
  <macro name="fonds-mla-lead">
    <names variable="author">
      <name form="short" and="text"/>
      <substitute><text macro="fonds-title-capital"/></substitute>
    </names>
  </macro>
  <bibliography>
    <group delimiter=". ">
      <names variable="author">
        <name name-as-sort-order="first" and="text" delimiter-precedes-last="always" delimiter-precedes-et-al="always"/>
      </names>
      <text macro="fonds-full-title"/>
      <text macro="fonds-beside"/>
      <text macro="fonds-mla-date"/>
      <group delimiter=", ">
        <text variable="fonds-series"/>
        <text variable="fonds-collection"/>
        <text variable="archive"/>
        <text variable="archive-place"/>
        <text variable="fonds-shelf"/>
        <text variable="URL"/>
      </group>
    </group>
  </bibliography>
</archival>`;
