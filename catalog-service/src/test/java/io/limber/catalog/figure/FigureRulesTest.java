package io.limber.catalog.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureRulesTest {
    private static final int STEPS = 2;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** A figure with something of everything. */
    private static final String GOOD = """
            camera: {yaw: 30, pitch: 5}
            focus: [crown, leftSole]
            margin: 10
            props:
              - {kind: CHAIR, at: [0, 0, -50], size: [40, 80, 40], turn: 10, front: false, poses: [0]}
            poses:
              - step: 0
                base: STANDING
                at: [0, -1, 0]
                nearer: {leftArm: 5}
                reach:
                  leftHand: {on: rightElbow, offset: [0, 0, 4], bend: [0, -1, 0], ahead: [-1, 0, 0.2], face: [0, 0, -1]}
                  rightHand: {offset: [-5, 105, 25]}
              - step: 2
                strap: [leftHand, rightHand]
                joints:
                  neck: {flex: 20}
                reach:
                  leftHand: {free: true}
                arrows:
                  - {of: crown, by: [0, 0, 10], offset: [0, 5, 0], bow: 0.2, both: true}
                feel: [neckBack, leftTriceps]
            """;

    @Test
    void aGoodFigureHasNothingWrong() {
        assertThat(FigureRules.check(figure(GOOD), STEPS)).isEmpty();
    }

    @Test
    void thePackagedFiguresHaveNothingWrong() {
        PackagedFigures.all()
                .forEach((id, figure) ->
                        assertThat(FigureRules.check(figure, 20)).as(id).isEmpty());
    }

    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            step: 2                     | step: 3                      | /poses/1/step is 3; 0 is the start and there are 2 steps
            step: 2                     | step: -1                     | /poses/1/step is -1;
            "    base: STANDING\\n"     | ""                           | /poses/0/base is missing
            "focus: [crown"             | "focus: [tail"               | /focus 'tail' is none of [backOfHead,
            margin: 10                  | margin: -1                   | /margin is not from 0 to 400
            margin: 10                  | margin: 401                  | /margin is not from 0 to 400
            margin: 10                  | margin: NaN                 | /margin is not from 0 to 400
            "at: [0, 0, -50]"           | "at: [0, 0]"                 | /props/0/at is not three numbers from -400.0 to 400.0
            "at: [0, 0, -50]"           | "at: [0, 0, -401]"           | /props/0/at is not three numbers
            "at: [0, 0, -50]"           | "at: [0, 0, NaN]"           | /props/0/at is not three numbers
            "size: [40, 80, 40]"        | "size: [40, 80, 4000]"       | /props/0/size is not three numbers
            "size: [40, 80, 40]"        | "size: [40, -80, 40]"        | /props/0/size is of nothing
            turn: 10                    | turn: NaN                   | /props/0/turn is not from -360.0 to 360.0
            "poses: [0]"                | "poses: [2]"                 | /props/0/poses names 2; there are 0 to 1
            "at: [0, -1, 0]"            | "at: [0, 500, 0]"            | /poses/0/at is not three numbers
            "nearer: {leftArm: 5}"      | "nearer: {leftEar: 5}"       | /poses/0/nearer/leftEar is no limb, or too much
            "nearer: {leftArm: 5}"      | "nearer: {leftArm: 500}"     | /poses/0/nearer/leftArm is no limb, or too much
            "nearer: {leftArm: 5}"      | "nearer: {leftArm: NaN}"    | /poses/0/nearer/leftArm is no limb, or too much
            "leftHand: {on"             | "leftElbow: {on"             | /poses/0/reach/leftElbow is no limb; there are leftHand,
            "on: rightElbow"            | "on: rightTail"              | /poses/0/reach/leftHand/on 'rightTail' is none of
            "{offset: [-5, 105, 25]}"   | "{bend: [0, 0, 1]}"          | /poses/0/reach/rightHand says neither on nor offset
            "{offset: [-5, 105, 25]}"   | "{offset: [-5, 105]}"        | /poses/0/reach/rightHand/offset is not three numbers
            "{offset: [-5, 105, 25]}"   | "{offset: [-5, 305, 25]}"    | /poses/0/reach/rightHand is out of reach
            "bend: [0, -1, 0]"          | "bend: [0, 0, 0]"            | /poses/0/reach/leftHand/bend points nowhere
            "ahead: [-1, 0, 0.2]"       | "ahead: [0, 0, 0]"           | /poses/0/reach/leftHand/ahead points nowhere
            "face: [0, 0, -1]"          | "face: [0, 0, 0]"            | /poses/0/reach/leftHand/face points nowhere
            "face: [0, 0, -1]"          | "face: [0, 0, 401]"          | /poses/0/reach/leftHand/face is not three numbers
            "strap: [leftHand"          | "strap: [leftGlove"          | /poses/1/strap 'leftGlove' is none of
            "neck: {flex: 20}"          | "neck: {flex: 90}"           | /poses/1/joints/neck/flex is 90.0, and a body reaches from -45 to 50
            "neck: {flex: 20}"          | "neck: {bend: 20}"           | /poses/1/joints/neck/bend is no angle of it
            "neck: {flex: 20}"          | "tail: {flex: 20}"           | /poses/1/joints/tail is no joint
            "of: crown"                 | "of: halo"                   | /poses/1/arrows 'halo' is none of
            "by: [0, 0, 10]"            | "by: [0, 0]"                 | /poses/1/arrows is not three numbers
            "offset: [0, 5, 0]"         | "offset: [0, 5000, 0]"       | /poses/1/arrows is not three numbers
            "bow: 0.2"                  | "bow: 3"                     | /poses/1/arrows/bow is not from -2.0 to 2.0
            "bow: 0.2"                  | "bow: NaN"                  | /poses/1/arrows/bow is not from -2.0 to 2.0
            "feel: [neckBack"           | "feel: [heart"               | /poses/1/feel 'heart' is none of [neckBack,
            """)
    void eachRuleSaysWhereItIsBroken(String good, String bad, String sentence) {
        String from = unescaped(good);
        assertThat(GOOD).as("the sample still changes something").contains(from);

        List<String> mistakes = FigureRules.check(figure(GOOD.replace(from, unescaped(bad))), STEPS);

        assertThat(mistakes)
                .isNotEmpty()
                .allSatisfy(mistake -> assertThat(mistake.replace("/poses/1/reach/r", "/poses/0/reach/r"))
                        .startsWith(sentence));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            /poses           | 1  | /poses has 1; a movement takes 2 to 6
            /poses           | 7  | /poses has 7; a movement takes 2 to 6
            /props           | 13 | /props has more than 12
            /poses/1/arrows  | 4  | /poses/1/arrows has more than 3
            /poses/1/feel    | 7  | /poses/1/feel has more than 6
            """)
    void thereIsAMostOfEverything(String pointer, int count, String sentence) throws JsonProcessingException {
        JsonNode tree = new YAMLMapper().readTree(GOOD);
        var list = (com.fasterxml.jackson.databind.node.ArrayNode) tree.at(pointer);
        JsonNode one = list.get(0);
        list.removeAll();
        for (int index = 0; index < count; index++) {
            list.add(one);
        }

        List<String> mistakes = FigureRules.check(JSON.treeToValue(tree, Figure.class), STEPS);

        assertThat(mistakes).contains(sentence);
    }

    private static Figure figure(String yaml) {
        try {
            return new YAMLMapper().readValue(yaml, Figure.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(yaml, e);
        }
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n");
    }
}
