using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence.Prompts;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>Handles the buttons of a prompt.</summary>
public sealed class PromptActions(
    PromptStore store,
    WorkCalendars calendars,
    IPeopleDirectory directory,
    IAccountStore accounts,
    TimeProvider clock)
{
    public const string ThankAction = "prompt.thank";
    public const string ThankTeamAction = "prompt.thankteam";
    public const string DoneAction = "prompt.done";

    /// <summary>Handles a tap on a prompt's offer and records that the prompt was useful.</summary>
    /// <returns>The action of the feature's own button that the tap stands for.</returns>
    public async Task<ChatInput.Action> AnswerAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        var parts = action.Value.Split(' ', 3);
        if (parts is [var id, ..] && await FindAsync(context, id, cancellationToken) is { } prompt)
        {
            await MarkAsync(context, prompt, cancellationToken);
        }

        // The value comes from a client, so it is no more trusted than any tap: the feature checks it as usual. It must not lead back here.
        return parts is [_, not PromptMessages.DoAction and var name, var value]
            ? new ChatInput.Action(name, value)
            : new ChatInput.Action("", "");
    }

    /// <summary>Handles <em>Later</em>, <em>Stop these</em> and the questions that follow.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        var parts = action.Value.Split(' ', 2);
        switch (action.Name)
        {
            case ThankAction:
                return await ThankAsync(context, parts[0], cancellationToken);
            case ThankTeamAction:
                return new ChatReply.OpenForm(ThanksForm.ToGiveTeam(
                    await directory.AllDepartmentsAsync(cancellationToken),
                    parts[0],
                    new ChatButton(ThankTeamAction, parts[0], "Open the form")));
            case DoneAction:
                return new ChatReply.Answer(PromptMessages.Done());
        }

        if (await FindAsync(context, parts[0], cancellationToken) is not { } prompt)
        {
            return new ChatReply.Answer(PromptMessages.Gone());
        }

        var today = calendars.For(context.Sender).Today(clock.GetUtcNow());
        switch ((action.Name, parts))
        {
            case (PromptMessages.LaterAction, _):
                return new ChatReply.Answer(PromptMessages.UntilWhen(prompt));
            case (PromptMessages.StopAction, _):
                await MarkAsync(context, prompt, cancellationToken);
                (await store.GetOrAddPreferenceAsync(context.Sender, prompt.Kind, cancellationToken)).SetWanted(isOn: false);
                return new ChatReply.Answer(PromptMessages.Stopped(prompt.Kind));
            case (PromptMessages.SnoozeAction, [_, PromptMessages.Tomorrow]):
                return new ChatReply.Answer(await SnoozeAsync(context, prompt, today.AddDays(1), cancellationToken),
                    ReplacesOriginal: true);
            case (PromptMessages.SnoozeAction, [_, PromptMessages.NextWeek]):
                return new ChatReply.Answer(
                    await SnoozeAsync(context, prompt, today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7)), cancellationToken),
                    ReplacesOriginal: true);
            default:
                return new ChatReply.OpenForm(PromptForm.ToSnooze(prompt.Id, today));
        }
    }

    /// <summary>Handles the form with a date.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Form form, CancellationToken cancellationToken)
    {
        if (await FindAsync(context, form.State, cancellationToken) is not { } prompt)
        {
            return new ChatReply.Answer(PromptMessages.Gone());
        }

        return PromptForm.ReadDay(form.One(PromptForm.DateField), calendars.For(context.Sender).Today(clock.GetUtcNow())) is { } day
            ? new ChatReply.Answer(await SnoozeAsync(context, prompt, day, cancellationToken))
            : new ChatReply.FormErrors(System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add(
                PromptForm.DateField,
                PromptMessages.NoSuchDay));
    }

    private async Task<ChatMessage> SnoozeAsync(
        ChatContext context,
        Domain.Prompts.Prompt prompt,
        DateOnly until,
        CancellationToken cancellationToken)
    {
        await MarkAsync(context, prompt, cancellationToken);
        (await store.GetOrAddPreferenceAsync(context.Sender, prompt.Kind, cancellationToken)).Snooze(until);
        return PromptMessages.Snoozed(PromptSettingsMessages.Date(until));
    }

    private async Task<ChatReply> ThankAsync(ChatContext context, string personId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(personId, out var id))
        {
            return new ChatReply.Answer(PromptMessages.Gone());
        }

        var here = await accounts.GetWorkspaceAccountsAsync(context.Workspace, [id], cancellationToken);
        var form = ThanksForm.ToGive(
            ExchangeKind.Thanks,
            await directory.AllDepartmentsAsync(cancellationToken),
            new ChatPost { AuthorId = here.GetValueOrDefault(id) });
        return new ChatReply.OpenForm(form with { OpenedBy = new ChatButton(ThankAction, personId, "Open the form") });
    }

    private async Task MarkAsync(ChatContext context, Domain.Prompts.Prompt prompt, CancellationToken cancellationToken)
    {
        prompt.Answer(clock.GetUtcNow());
        (await store.GetOrAddPreferenceAsync(context.Sender, prompt.Kind, cancellationToken)).Answer();
    }

    private async Task<Domain.Prompts.Prompt?> FindAsync(ChatContext context, string id, CancellationToken cancellationToken) =>
        Guid.TryParse(id, out var promptId) ? await store.FindAsync(promptId, context.Sender, cancellationToken) : null;
}
