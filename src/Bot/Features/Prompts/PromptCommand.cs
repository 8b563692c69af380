using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Features.Prompts;

/// <summary><c>/relate prompts</c>, as words or as a form.</summary>
public sealed class PromptCommand(PromptSettings settings)
{
    /// <summary>Shows the settings, or changes them: <c>pause 2026-12-24</c>, <c>resume</c>, <c>friday 15</c>.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken)
    {
        var words = string.Concat(command.Text.Spans.OfType<IncomingSpan.Words>().Select(span => span.Text))
            .Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        switch (words)
        {
            case []:
                break;
            case [var pause, .., var date] when Is(pause, "pause"):
                if (PromptForm.ReadDay(date, settings.Today(context.Sender)) is not { } until)
                {
                    return new ChatReply.Answer(ChatMessage.Of(ChatText.Of(PromptMessages.NoSuchDayTyped)));
                }

                await settings.PauseAsync(context.Sender, until, cancellationToken);
                break;
            case [var resume] when Is(resume, "resume"):
                await settings.PauseAsync(context.Sender, until: null, cancellationToken);
                break;
            case [var day, .. var rest] when Enum.TryParse<DayOfWeek>(day.TrimEnd('s', 'S'), ignoreCase: true, out var chosen)
                && !char.IsAsciiDigit(day[0])
                && rest.Length <= 1:
                await settings.ChooseAsync(context.Sender, chosen, rest is [var hour] ? PromptForm.ReadHour(hour) : null,
                    cancellationToken);
                break;
            default:
                return new ChatReply.Answer(PromptSettingsMessages.Usage());
        }

        return await ShowAsync(context, cancellationToken);
    }

    /// <summary>Handles the buttons under the settings.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        switch (action.Name)
        {
            case PromptSettingsMessages.FormAction:
                return new ChatReply.OpenForm(PromptForm.ToSet(
                    await settings.ViewAsync(context.Sender, cancellationToken),
                    settings.Today(context.Sender)));
            case PromptSettingsMessages.ResumeAction:
                await settings.PauseAsync(context.Sender, until: null, cancellationToken);
                break;
            case PromptSettingsMessages.OnAction when Enum.TryParse<PromptKind>(action.Value, out var kind) && Enum.IsDefined(kind):
                await settings.SwitchAsync(context.Sender, kind, isOn: true, cancellationToken);
                break;
        }

        return await ShowAsync(context, cancellationToken);
    }

    /// <summary>Handles the submitted form.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Form form, CancellationToken cancellationToken)
    {
        var pause = form.One(PromptForm.PauseField).Trim();
        var until = PromptForm.ReadDay(pause, settings.Today(context.Sender));
        if (pause.Length > 0 && until is null)
        {
            return new ChatReply.FormErrors(ImmutableDictionary<string, string>.Empty.Add(PromptForm.PauseField, PromptMessages.NoSuchDay));
        }

        var wanted = PromptForm.Kinds(form);
        var view = await settings.ViewAsync(context.Sender, cancellationToken);
        foreach (var kind in view.Kinds.Where(kind => kind.IsOn != wanted.Contains(kind.Kind)))
        {
            await settings.SwitchAsync(context.Sender, kind.Kind, !kind.IsOn, cancellationToken);
        }

        await settings.ChooseAsync(context.Sender, PromptForm.Day(form), PromptForm.Hour(form), cancellationToken);
        if (until != view.PausedUntil)
        {
            await settings.PauseAsync(context.Sender, until, cancellationToken);
        }

        return await ShowAsync(context, cancellationToken);
    }

    private async Task<ChatReply> ShowAsync(ChatContext context, CancellationToken cancellationToken) =>
        new ChatReply.Answer(PromptSettingsMessages.Settings(await settings.ViewAsync(context.Sender, cancellationToken)));

    private static bool Is(string word, string expected) => string.Equals(word, expected, StringComparison.OrdinalIgnoreCase);
}
