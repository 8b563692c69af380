using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;

namespace RelateBot.Bot.Teams.Cards;

/// <summary>Prefills a form that is shown again.</summary>
public static class FormPrefill
{
    /// <summary>Returns the form with all answers that the person chose or typed.</summary>
    public static ChatForm WithAnswers(this ChatForm form, ChatInput.Form typed) => form with
    {
        State = typed.State,
        Fields =
        [
            .. form.Fields.Select(field => field switch
            {
                ChatField.People people => people with { Initial = typed.All(field.Name) },
                ChatField.Choice choice => choice with { Initial = typed.All(field.Name) },
                ChatField.Day day => day with { Initial = typed.Day(field.Name) },
                ChatField.Words words => words with { Initial = typed.One(field.Name) },
                _ => field,
            }),
        ],
    };
}
