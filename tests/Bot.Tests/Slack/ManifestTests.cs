using RelateBot.Bot.Features.Guide;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.Install;
using RelateBot.Bot.Slack.Interactions;

namespace RelateBot.Bot.Tests.Slack;

/// <summary>The manifest matches the code exactly, so a missing entry fails here and not at a customer's.</summary>
public sealed class ManifestTests
{
    private static readonly Manifest manifest = Manifest.OfTheProject;

    private static IEnumerable<string> MethodsInTheCode => SlackStrings.All.Where(SlackNames.IsMethod);

    // "message" arrives under this name, and is subscribed to by the kind of conversation.
    private static IEnumerable<string> EventsInTheCode =>
        SlackStrings.All.Where(SlackNames.IsEvent).Append("message.im").Distinct(StringComparer.Ordinal);

    [Fact]
    public void Every_command_is_offered_and_sends_mentions_as_accounts()
    {
        // Slack keeps /help for itself.
        var commands = CommandGuide.All
            .Select(command => command.Name)
            .Where(name => name != "help")
            .Append("relate")
            .Distinct(StringComparer.Ordinal);

        AssertSame(commands, manifest.Commands);
        Assert.Equal(manifest.Commands.Count(), manifest.Yaml.Split('\n').Count(line => line.Trim() == "should_escape: true"));
    }

    [Fact]
    public void Every_shortcut_is_offered() =>
        AssertSame(SlackShortcuts.Commands.Keys.Concat(SlackShortcuts.OfMessages), manifest.Shortcuts);

    [Fact]
    public void Every_event_that_the_code_knows_is_subscribed_to_and_no_other()
    {
        AssertSame(EventsInTheCode, SlackScopes.OfEvents.Keys);
        AssertSame(SlackScopes.OfEvents.Keys, manifest.Events);
    }

    [Fact]
    public void Every_method_that_the_code_calls_is_in_the_table_of_permissions_and_no_other() =>
        AssertSame(MethodsInTheCode, SlackScopes.OfMethods.Keys);

    [Fact]
    public void Every_method_that_the_code_calls_has_its_rate_and_no_other() => AssertSame(MethodsInTheCode, SlackTiers.PerMinute.Keys);

    [Fact]
    public void The_permissions_are_those_that_methods_events_and_commands_need() => AssertSame(SlackScopes.All, manifest.Scopes);

    [Fact]
    public void Every_permission_and_every_event_has_its_reason() => Assert.Empty(manifest.WithoutReason);

    [Fact]
    public void Every_address_is_one_that_is_served() => AssertSame(
        new[] { "/slack/commands", "/slack/interactions", "/slack/events", InstallEndpoints.CallbackPath }.Select(path =>
            $"https://relatebot.example.com{path}"),
        manifest.Addresses.Distinct(StringComparer.Ordinal));

    [Fact]
    public void Buttons_and_forms_are_switched_on_and_a_whole_enterprise_may_install_it()
    {
        Assert.Equal(("true", "true"), (manifest.Setting("is_enabled"), manifest.Setting("org_deploy_enabled")));
        Assert.Equal(SlackStrings.All.Contains("views.publish") ? "true" : "false", manifest.Setting("home_tab_enabled"));
    }

    [Fact]
    public void What_is_missing_is_found()
    {
        var planted = SlackStrings.In([typeof(Planted)]);

        Assert.Equal(["reaction_added"], planted.Where(SlackNames.IsEvent));
        Assert.Equal(["reactions.get"], planted.Where(SlackNames.IsMethod));
        Assert.DoesNotContain(
            "app_mention",
            new Manifest(manifest.Yaml.Replace("- app_mention", "- other", StringComparison.Ordinal)).Events);
        Assert.Equal(
            ["      - chat:write"],
            new Manifest(manifest.Yaml.Replace("- chat:write # posts", "- chat:write", StringComparison.Ordinal)).WithoutReason);
    }

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));

    private static class Planted
    {
        public static string? Tell(string type) => type switch
        {
            "reaction_added" => "reactions.get",
            _ => null,
        };
    }
}
