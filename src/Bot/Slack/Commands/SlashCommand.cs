using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using RelateBot.Bot.Slack.Access;

namespace RelateBot.Bot.Slack.Commands;

/// <summary>A slash command with its text: https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling</summary>
public sealed record SlashCommand
{
    public required string Command { get; init; }

    public required string Text { get; init; }

    public required string TeamId { get; init; }

    public required string UserId { get; init; }

    public required string TriggerId { get; init; }

    public string? EnterpriseId { get; init; }

    public string? UserName { get; init; }

    public string? ChannelId { get; init; }

    /// <summary>Reads a form. Null when the form is incomplete or isn't Slack's.</summary>
    public static SlashCommand? Parse(string form)
    {
        Dictionary<string, Microsoft.Extensions.Primitives.StringValues> fields;
        try
        {
            fields = new FormReader(form).ReadForm();
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return Read(name => fields.TryGetValue(name, out var values) && values is [{ Length: > 0 } value] ? value : null);
    }

    /// <summary>Reads the same fields from JSON. Null when they aren't Slack's.</summary>
    public static SlashCommand? Read(JsonElement payload) => payload.ValueKind is JsonValueKind.Object
        ? Read(name =>
            payload.TryGetProperty(name, out var value)
                && value.ValueKind is JsonValueKind.String
                && value.GetString() is { Length: > 0 } text ? text : null)
        : null;

    private static SlashCommand? Read(Func<string, string?> field) =>
        field("command") is ['/', _, ..] command
            && field("team_id") is { } team
            && field("user_id") is { } user
            && field("trigger_id") is { } trigger
            && SlackId.AreValid(team, user, trigger, field("enterprise_id"), field("channel_id"))
            ? new SlashCommand
            {
                Command = command, Text = field("text") ?? "", TeamId = team, UserId = user, TriggerId = trigger,
                EnterpriseId = field("enterprise_id"), UserName = field("user_name"), ChannelId = field("channel_id"),
            }
            : null;
}
