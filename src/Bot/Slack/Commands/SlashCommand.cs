using Microsoft.AspNetCore.WebUtilities;

namespace RelateBot.Bot.Slack.Commands;

/// <summary>What somebody typed after a slash: https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling</summary>
public sealed record SlashCommand
{
    public required string Command { get; init; }

    public required string Text { get; init; }

    public required string TeamId { get; init; }

    public required string UserId { get; init; }

    public required string TriggerId { get; init; }

    public string? UserName { get; init; }

    public string? ChannelId { get; init; }

    /// <summary>Null when the form is none of Slack's, for example because its end is missing.</summary>
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

        return Field("command") is ['/', _, ..] command && Field("team_id") is { } team && Field("user_id") is { } user && Field("trigger_id") is { } trigger
            && SlackId.AllFit(team, user, trigger, Field("channel_id"))
            ? new SlashCommand
            {
                Command = command, Text = fields.GetValueOrDefault("text").ToString(), TeamId = team, UserId = user, TriggerId = trigger,
                UserName = Field("user_name"), ChannelId = Field("channel_id"),
            }
            : null;

        string? Field(string name) => fields.TryGetValue(name, out var values) && values is [{ Length: > 0 } value] ? value : null;
    }
}
