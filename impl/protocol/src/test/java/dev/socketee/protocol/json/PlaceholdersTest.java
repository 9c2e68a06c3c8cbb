package dev.socketee.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("1.16, placeholder num; CVE-2022-2421")
class PlaceholdersTest {

  @Test
  void json_ofIndex_spellingOfTheReference() {
    StringBuilder out = new StringBuilder();

    Placeholders.append(out, 12);

    assertThat(out).hasToString("{\"_placeholder\":true,\"num\":12}");
    assertThat(Placeholders.json(0)).isEqualTo("{\"_placeholder\":true,\"num\":0}");
  }

  /** With two attachments. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "['a',{'_placeholder':true,'num':0},{'_placeholder':true,'num':1}]",
        "['a',{'num':1,'_placeholder':true}]",
        "['a',{'_placeholder':true,'num':1},{'_placeholder':true,'num':1}]",
        "['a',[[{'x':{'y':[{'_placeholder':true,'num':1}]}}]]]",
        "[ 'a' , { '_placeholder' : true , 'num' : 1 } ]",
        "['a',{'_placeholder':true,'num':1,'more':{'num':7}}]",
        "['a',{'_placeholder':true,'x':[1,{'num':7}],'num':1}]",
        "['a',{'_pl\\u0061ceholder':true,'\\u006e\\u0075\\u006d':1}]",
        // the last of members with one name counts
        "['a',{'_placeholder':true,'num':7,'num':1}]",
        "['a',{'_placeholder':true,'_placeholder':false,'num':7}]",
        "['a',{'_placeholder':7,'num':7,'_placeholder':true,'num':1}]",
        // not placeholders
        "['a',{'_placeholder':false,'num':7}]",
        "['a',{'_placeholder':'true','num':7}]",
        "['a',{'_placeholder':1,'num':7}]",
        "['a',{'_placeholder':null,'num':7}]",
        "['a',{'_placeholder':{'true':true},'num':7}]",
        "['a',{'num':7}]",
        "['a',{'placeholder':true,'num':7}]",
        "['a',{'_placeholders':true,'num':7}]",
        "['a','_placeholder',true,'num',7]",
        "['a',{'x':'_placeholder','y':true,'num':7}]",
        "['a',{'x':'\\'_placeholder\\':true','num':7}]",
        "['a',{'_\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061':true}]",
      })
  void require_allPointAtAnAttachment_accepted(String json) {
    String text = json.replace('\'', '"');
    JsonScanner.array(text, 0, 99);

    assertThatNoException().isThrownBy(() -> Placeholders.require(text, 2));
  }

  /** With two attachments. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "['a',{'_placeholder':true,'num':2}]",
        "['a',{'_placeholder':true,'num':-1}]",
        "['a',{'_placeholder':true,'num':-0}]",
        "['a',{'_placeholder':true,'num':0.5}]",
        "['a',{'_placeholder':true,'num':1.0}]",
        "['a',{'_placeholder':true,'num':1e0}]",
        "['a',{'_placeholder':true,'num':4294967296}]",
        "['a',{'_placeholder':true,'num':4294967297}]",
        "['a',{'_placeholder':true,'num':18446744073709551616}]",
        "['a',{'_placeholder':true,'num':'1'}]",
        "['a',{'_placeholder':true,'num':'splice'}]",
        "['a',{'_placeholder':true,'num':null}]",
        "['a',{'_placeholder':true,'num':true}]",
        "['a',{'_placeholder':true,'num':[0]}]",
        "['a',{'_placeholder':true,'num':{}}]",
        "['a',{'_placeholder':true}]",
        "['a',{'num':2,'_placeholder':true}]",
        "['a',{'_placeholder':true,'num':1,'num':2}]",
        "['a',{'_placeholder':false,'_placeholder':true}]",
        "['a',[[{'x':{'y':[{'_placeholder':true,'num':2}]}}]]]",
        "['a',{'_placeholder':true,'num':0},{'_placeholder':true,'num':2}]",
        "['a',{'_pl\\u0061ceholder':true,'num':2}]",
        "['a',{'\\u005f\\u0070\\u006c\\u0061\\u0063\\u0065\\u0068\\u006f\\u006c\\u0064\\u0065\\u0072':true}]",
        "['a',{'\\\\':1,'_placeholder' : true ,'num' : 2 }]",
        "[[[[[[[[[[[[{'_placeholder':true,'num':2}]]]]]]]]]]]]",
      })
  void require_onePointsNowhere_illegalAttachments(String json) {
    String text = json.replace('\'', '"');
    JsonScanner.array(text, 0, 99);

    ProtocolException failure =
        catchThrowableOfType(ProtocolException.class, () -> Placeholders.require(text, 2));

    assertThat(failure.error()).isEqualTo(ProtocolError.ILLEGAL_ATTACHMENTS);
  }
}
