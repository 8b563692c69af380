using RelateBot.Bot.Slack;

namespace RelateBot.Bot.Tests.Architecture;

/// <summary>Violations, so that a rule that catches nothing is found out.</summary>
public static class Planted
{
    public static class FeatureThatKnowsAPlatform
    {
        public static string Tell(object options) => ((SlackOptions)options).ApiBaseUrl;
    }

    public static class SlackNamed
    {
        public static string Tell() => "";
    }

    public class Unsealed
    {
        public string Tell() => GetType().Name;
    }
}
