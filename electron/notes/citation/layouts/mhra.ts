/**
 * MHRA notes. Source: MHRA Style Guide, the section on manuscripts: town, repository and collection or shelfmark in
 * that order, the folio last; what is quoted from it is named before, with its date.
 */
import { DATE, LOCATOR, TITLE } from './shared.js';

export const MHRA_LAYOUT = `<archival>
  ${TITLE}${DATE}${LOCATOR}
  <macro name="fonds-where">
    <group delimiter=", ">
      <text variable="archive-place"/>
      <text variable="archive"/>
      <text variable="fonds-collection"/>
      <text variable="fonds-series"/>
      <text variable="fonds-shelf"/>
    </group>
  </macro>
  <macro name="fonds-address"><text variable="URL" prefix="&lt;" suffix="&gt;"/></macro>
  <macro name="fonds-mhra-title">
    <group delimiter=", ">
      <choose>
        <if variable="author"><text macro="fonds-title"/></if>
        <else><text macro="fonds-title-capital"/></else>
      </choose>
      <text macro="fonds-mhra-beside"/>
    </group>
  </macro>
  <macro name="fonds-mhra-beside">
    <choose>
      <if variable="title recipient" match="all">
        <group delimiter=" ">
          <choose><if variable="fonds-brief-title" match="none"><text variable="genre"/></if></choose>
          <text macro="fonds-to"/>
        </group>
      </if>
    </choose>
  </macro>
  <macro name="fonds-who">
    <choose>
      <if variable="fonds-named-in-title" match="none"><names variable="author"><name and="text"/></names></if>
    </choose>
  </macro>
  <citation>
    <choose>
      <if position="subsequent">
        <group delimiter=", ">
          <choose>
            <if variable="fonds-named-in-title" match="none"><names variable="author"><name form="short" and="text"/></names></if>
          </choose>
          <text macro="fonds-mhra-title"/>
          <choose><if variable="fonds-nameless"><text variable="fonds-shelf" text-case="capitalize-first"/></if></choose>
          <text macro="fonds-date"/>
          <text macro="fonds-locator"/>
        </group>
      </if>
      <else>
        <group delimiter=" ">
          <group delimiter=", ">
            <text macro="fonds-who"/>
            <text macro="fonds-mhra-title"/>
            <text macro="fonds-date"/>
            <text macro="fonds-where"/>
            <text macro="fonds-locator"/>
          </group>
          <text macro="fonds-address"/>
        </group>
      </else>
    </choose>
  </citation>
  <bibliography>
    <group delimiter=" ">
      <group delimiter=", ">
        <names variable="author"><name name-as-sort-order="first" and="text" delimiter-precedes-last="always"/></names>
        <text macro="fonds-mhra-title"/>
        <text macro="fonds-date"/>
        <text macro="fonds-where"/>
      </group>
      <text macro="fonds-address"/>
    </group>
  </bibliography>
</archival>`;
