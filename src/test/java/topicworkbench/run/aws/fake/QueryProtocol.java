package topicworkbench.run.aws.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import topicworkbench.templates.ApiModel;

/** Forms in, XML out: the protocol of CloudFormation, STS and SNS, both ways from and to the JSON that the fakes speak. */
final class QueryProtocol {
    private QueryProtocol() { }

    static Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            form.put(URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    /** {@code Tags.member.1.Key=a} becomes {@code {"Tags": [{"Key": "a"}]}}. */
    static JsonObject request(Map<String, String> form, ApiModel model, String operation) {
        JsonObject request = new JsonObject();
        form.forEach((name, value) -> {
            if (!name.equals("Action") && !name.equals("Version")) {
                put(request, name.split("\\."), 0, value, model.inputShape(operation), model);
            }
        });
        return request;
    }

    private static void put(JsonObject target, String[] path, int at, String value, String shape, ApiModel model) {
        String member = model.member(shape, path[at]);
        if (at + 1 == path.length) {
            target.add(path[at], model.typed(member, value));
        } else if (path[at + 1].equals("member")) {
            if (!target.has(path[at])) {
                target.add(path[at], new JsonArray());
            }
            JsonArray list = target.getAsJsonArray(path[at]);
            int index = Integer.parseInt(path[at + 2]) - 1;
            String item = model.element(member);
            if (at + 3 == path.length) {
                list.add(model.typed(item, value));
                return;
            }
            while (list.size() <= index) {
                list.add(new JsonObject());
            }
            put(list.get(index).getAsJsonObject(), path, at + 3, value, item, model);
        } else {
            if (!target.has(path[at])) {
                target.add(path[at], new JsonObject());
            }
            put(target.getAsJsonObject(path[at]), path, at + 1, value, member, model);
        }
    }

    static String response(String operation, JsonObject result) {
        return "<" + operation + "Response><" + operation + "Result>" + xml(result) + "</" + operation + "Result>"
                + "<ResponseMetadata><RequestId>fake</RequestId></ResponseMetadata></" + operation + "Response>";
    }

    static String failure(FakeFailure failure) {
        return "<ErrorResponse><Error><Type>Sender</Type><Code>" + failure.code() + "</Code><Message>" + escaped(failure.getMessage())
                + "</Message></Error><RequestId>fake</RequestId></ErrorResponse>";
    }

    private static String xml(JsonElement value) {
        StringBuilder text = new StringBuilder();
        if (value.isJsonObject()) {
            value.getAsJsonObject().entrySet().forEach(entry -> text.append('<').append(entry.getKey()).append('>')
                    .append(xml(entry.getValue())).append("</").append(entry.getKey()).append('>'));
        } else if (value.isJsonArray()) {
            value.getAsJsonArray().forEach(item -> text.append("<member>").append(xml(item)).append("</member>"));
        } else {
            text.append(escaped(value.getAsString()));
        }
        return text.toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
