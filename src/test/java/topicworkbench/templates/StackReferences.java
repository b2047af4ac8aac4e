package topicworkbench.templates;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether everything that a template names is there, and everything that is there is named. */
final class StackReferences {
    private static final Pattern IN_TEXT = Pattern.compile("\\$\\{([^!}][^}]*)}");
    private static final Set<String> PSEUDO = Set.of("AWS::AccountId", "AWS::Region", "AWS::Partition", "AWS::StackName",
            "AWS::URLSuffix", "AWS::NoValue", "AWS::StackId", "AWS::NotificationARNs");

    private final StackTemplate template;
    private final Set<String> used = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    private StackReferences(StackTemplate template) {
        this.template = template;
    }

    static List<String> faults(StackTemplate template) {
        StackReferences references = new StackReferences(template);
        references.look(template.root(), "");
        for (String section : List.of("Parameters", "Conditions", "Mappings")) {
            template.section(section).keySet().stream().filter(name -> !references.used.contains(section + name))
                    .forEach(name -> references.faults.add(name + " of " + section + " is not used"));
        }
        return references.faults;
    }

    private void look(JsonElement element, String at) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(each -> look(each, at));
        } else if (element instanceof JsonObject object) {
            object.entrySet().forEach(entry -> member(entry.getKey(), entry.getValue(), at));
        }
    }

    private void member(String name, JsonElement value, String at) {
        switch (name) {
            case "Ref" -> named(value.getAsString(), at);
            case "Fn::GetAtt" -> need("Resources", value.getAsJsonArray().get(0).getAsString(), at);
            case "Fn::Sub" -> {
                Set<String> own = new TreeSet<>();
                String text = value.isJsonArray() ? value.getAsJsonArray().get(0).getAsString() : value.getAsString();
                if (value.isJsonArray()) {
                    JsonObject variables = value.getAsJsonArray().get(1).getAsJsonObject();
                    own.addAll(variables.keySet());
                    look(variables, at);
                }
                inText(text, own, at);
            }
            case "Fn::If" -> {
                need("Conditions", value.getAsJsonArray().get(0).getAsString(), at);
                look(value, at);
            }
            case "Fn::FindInMap" -> {
                need("Mappings", value.getAsJsonArray().get(0).getAsString(), at);
                look(value, at);
            }
            case "Condition" -> {
                if (value.isJsonPrimitive()) {
                    need("Conditions", value.getAsString(), at);
                } else {
                    look(value, at);
                }
            }
            case "DependsOn" -> need("Resources", value.getAsString(), at);
            default -> look(value, at + "/" + name);
        }
    }

    private void inText(String text, Set<String> own, String at) {
        Matcher matcher = IN_TEXT.matcher(text);
        Set<String> found = new TreeSet<>();
        while (matcher.find()) {
            String name = matcher.group(1);
            found.add(name);
            if (name.startsWith("AWS::") || !name.contains(".")) {
                if (!own.contains(name)) {
                    named(name, at);
                }
            } else {
                need("Resources", name.substring(0, name.indexOf('.')), at);
            }
        }
        own.stream().filter(name -> !found.contains(name)).forEach(name -> faults.add(at + ": " + name + " is not in " + text));
    }

    private void named(String name, String at) {
        if (template.section("Parameters").containsKey(name)) {
            used.add("Parameters" + name);
        } else if (!PSEUDO.contains(name)) {
            need("Resources", name, at);
        }
    }

    private void need(String section, String name, String at) {
        used.add(section + name);
        boolean there = template.root().has(section) && template.root().getAsJsonObject(section).has(name);
        if (!there) {
            faults.add(at + ": " + name + " is none of " + section);
        }
    }
}
