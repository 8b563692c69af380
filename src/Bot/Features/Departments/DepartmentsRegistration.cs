using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;
using RelateBot.Domain.Help;

namespace RelateBot.Bot.Features.Departments;

/// <summary>Registers the department pages, offers of help, and the search for them.</summary>
public static class DepartmentsRegistration
{
    public static IServiceCollection AddDepartments(this IServiceCollection services) => services
        .AddScoped<OfferCatalog>()
        .AddScoped<DepartmentPages>()
        .AddScoped<DepartmentCommand>()
        .AddScoped<OfferCommand>()
        .AddScoped<HelpSearch>()
        .AddRoutes(routes => routes
            .Command<DepartmentCommand>("relate department", department => department.HandleAsync)
            .ActionsUnder<DepartmentCommand>("department.", department => department.HandleAsync)
            .Form<DepartmentCommand>(DepartmentForm.Edit, department => department.HandleAsync)
            .Command<OfferCommand>("relate offer", offer => offer.OfferAsync)
            .Action<OfferCommand>(OfferMessages.TakeBackAction, offer => offer.TakeBackAsync)
            .Command<OfferCommand>("relate who", offer => offer.WhoAsync)
            .Kind<ChatInput.Search, HelpSearch>(search => (_, words, token) => search.FindAsync(words, token)));
}
