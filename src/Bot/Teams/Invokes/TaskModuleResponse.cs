using System.Text.Json;
using RelateBot.Bot.Teams.Cards;
using RelateBot.Bot.Teams.Connector;

namespace RelateBot.Bot.Teams.Invokes;

/// <summary>
/// What a dialog shows next:
/// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots#responds-to-taskfetch-or-tasksubmit-messages
/// </summary>
public sealed record TaskModuleResponse(TaskModuleResponse.TaskOf Task)
{
    /// <summary>A card in it.</summary>
    public static TaskModuleResponse Of(string title, AdaptiveCard card) => new(new TaskOf(
        "continue", JsonSerializer.SerializeToElement(new TaskInfo(title, Attachment.Of(card)), TeamsJson.Wire.TaskInfo)));

    /// <summary>A sentence in it, and that is all.</summary>
    public static TaskModuleResponse Of(string sentence) =>
        new(new TaskOf("message", JsonSerializer.SerializeToElement(sentence, TeamsJson.Wire.String)));

    /// <summary>What it does.</summary>
    /// <param name="Type">continue or message.</param>
    /// <param name="Value">A <see cref="TaskInfo"/> or a sentence.</param>
    public sealed record TaskOf(string Type, JsonElement Value);

    /// <summary>
    /// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules#dialoginfo-object
    /// </summary>
    public sealed record TaskInfo(string Title, Attachment Card)
    {
        public string Height { get; } = "medium";

        public string Width { get; } = "medium";
    }
}
