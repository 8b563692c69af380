using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack;

internal static class SlackAnswers
{
    public static JsonObject Refusal(SlackRefusal refusal)
    {
        var answer = Error(refusal.Error);
        if (refusal.Messages.Count > 0)
        {
            if (refusal.Error is "invalid_blocks") answer["errors"] = Array(refusal.Messages);
            answer["response_metadata"] = new JsonObject { ["messages"] = Array(refusal.Messages.Select(m => "[ERROR] " + m)) };
        }

        if (refusal.Scope is { } scope)
        {
            answer["needed"] = scope.Needed;
            answer["provided"] = scope.Provided;
        }

        return answer;
    }

    public static JsonObject Error(string code) => new() { ["ok"] = false, ["error"] = code };

    public static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];
}
