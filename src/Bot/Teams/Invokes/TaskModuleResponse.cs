using System.Text.Json;
using RelateBot.Bot.Teams.Cards;
using RelateBot.Bot.Teams.Connector;

namespace RelateBot.Bot.Teams.Invokes;

/// <summary>
/// The next content of a dialog:
/// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots#responds-to-taskfetch-or-tasksubmit-messages
/// </summary>
public sealed record TaskModuleResponse(TaskModuleResponse.TaskOf Task)
{
    /// <summary>Shows a card.</summary>
    public static TaskModuleResponse Of(string title, AdaptiveCard card) => new(new TaskOf(
        "continue", JsonSerializer.SerializeToElement(new TaskInfo(title, Attachment.Of(card)), TeamsJson.Wire.TaskInfo)));

    /// <summary>Shows a final sentence.</summary>
    public static TaskModuleResponse Of(string sentence) =>
        new(new TaskOf("message", JsonSerializer.SerializeToElement(sentence, TeamsJson.Wire.String)));

    /// <summary>What the dialog does.</summary>
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
