showTopics();
showWords();
showMap();
showReviews();
lookAfterTheLook();
document.documentElement.dataset.ready = "yes";
